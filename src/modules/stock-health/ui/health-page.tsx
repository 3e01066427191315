import { useNavigate, useParams } from '@tanstack/react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { AgesTab } from './ages-tab.tsx'
import { AttainmentTab } from './attainment-tab.tsx'
import { ClassesTab } from './classes-tab.tsx'
import { StandardsTab } from './standards-tab.tsx'
import { TurnoverTab } from './turnover-tab.tsx'
import { stockHealthTexts } from './texts.ts'
import './stock-health.css'

const tabs = { standards: StandardsTab, attainment: AttainmentTab, turnover: TurnoverTab, ages: AgesTab, classes: ClassesTab } as const
type TabId = keyof typeof tabs
const ids = Object.keys(tabs) as TabId[]

/** How well the stock serves the shop, how fast it turns, how old it is, and which parts carry it. */
export function HealthPage() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const { tab } = useParams({ strict: false }) as { tab?: string }
  const navigate = useNavigate()
  const current = ids.find((id) => id === tab) ?? 'standards'
  const Tab = tabs[current]
  return (
    <PageFrame title={t('stock-health.title')} fill tabs={{ label: t('stock-health.title'), current, onChange: (id) => { void navigate({ to: `/stock-health/${id}` }) }, tabs: ids.map((id) => ({ id, text: t(`stock-health.tab.${id}`) })) }}>
      <Tab />
    </PageFrame>
  )
}
