import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { rosterPermissions } from '../permissions.ts'
import { Absences } from './absences.tsx'
import { Greeting } from './greeting.tsx'
import { OwnRoster } from './own-roster.tsx'
import { rosterTexts } from './texts.ts'
import { WeekRoster } from './week-roster.tsx'
import './rosters.css'

const tabs = ['own', 'week', 'greeting', 'absences'] as const
type TabId = (typeof tabs)[number]

/** Who works when. Whoever plans begins with the week, everybody else with his own. */
export function RostersPage() {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const may = useMay()
  const [tab, setTab] = useState<TabId>(may(rosterPermissions.plan) ? 'week' : 'own')
  return (
    <PageFrame title={t('rosters.title')} tabs={{ label: t('rosters.title'), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? 'own'), tabs: tabs.map((id) => ({ id, text: t(`rosters.tab.${id}`) })) }}>
      {tab === 'own' ? <OwnRoster /> : tab === 'week' ? <WeekRoster /> : tab === 'greeting' ? <Greeting /> : <Absences />}
    </PageFrame>
  )
}
