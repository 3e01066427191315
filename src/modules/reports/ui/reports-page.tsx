import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { reportPermissions } from '../permissions.ts'
import { DailyTab } from './daily-tab.tsx'
import { DiscountsTab } from './discounts-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { MarginTab } from './margin-tab.tsx'
import { firstChoice } from './period-bar.tsx'
import { reportTexts } from './texts.ts'
import './reports.css'

const tabs = ['figures', 'daily', 'margin', 'discounts'] as const

/** What the department comes to: figures, the daily report, margin and discounts, each with what stands behind it. */
export function ReportsPage() {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { tab } = useParams({ strict: false })
  const [choice, setChoice] = useState(firstChoice(useToday()))
  const shown = tabs.filter((id) => id !== 'margin' || may(reportPermissions.seeCost))
  const current = shown.find((id) => id === tab) ?? 'figures'
  if (!may(reportPermissions.see)) return <PageFrame title={t('reports.title')}><EmptyState>{t('reports.no-right')}</EmptyState></PageFrame>
  const period = { choice, onChoice: setChoice }
  return (
    <PageFrame title={t('reports.title')} tabs={{ label: t('reports.title'), current, onChange: (id) => { void navigate({ to: id === 'figures' ? '/reports' : `/reports/${id}` }) }, tabs: shown.map((id) => ({ id, text: t(`reports.tab.${id}`) })) }}>
      {current === 'figures' ? <FiguresTab {...period} /> : current === 'daily' ? <DailyTab /> : current === 'margin' ? <MarginTab {...period} /> : <DiscountsTab {...period} />}
    </PageFrame>
  )
}
