import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { attendancePermissions } from '../permissions.ts'
import { DayTab } from './day-tab.tsx'
import { MonthTab } from './month-tab.tsx'
import { OwnTab } from './own-tab.tsx'
import { attendanceTexts } from './texts.ts'
import './attendance.css'

const tabs = ['own', 'day', 'month'] as const
type TabId = (typeof tabs)[number]

/** The time clock. Whoever looks after people begins with who is here, everybody else with his own. */
export function AttendancePage() {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const sees = useMay()(attendancePermissions.see)
  const [tab, setTab] = useState<TabId>(sees ? 'day' : 'own')
  if (!sees) return <PageFrame title={t('attendance.title')}><OwnTab /></PageFrame>
  return (
    <PageFrame title={t('attendance.title')} tabs={{ label: t('attendance.title'), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? 'own'), tabs: tabs.map((id) => ({ id, text: t(`attendance.tab.${id}`) })) }}>
      {tab === 'own' ? <OwnTab /> : tab === 'day' ? <DayTab /> : <MonthTab />}
    </PageFrame>
  )
}
