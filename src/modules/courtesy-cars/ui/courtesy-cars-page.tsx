import { useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { listLoans } from '../contract.ts'
import { courtesyCarPermissions } from '../permissions.ts'
import { BookLoanDialog } from './book-loan-dialog.tsx'
import { Fleet } from './fleet.tsx'
import { LoanList } from './loan-list.tsx'
import { courtesyCarTexts } from './texts.ts'
import './courtesy-cars.css'

const tabs = ['open', 'overdue', 'all', 'cars'] as const
type TabId = (typeof tabs)[number]
const hour = 3_600_000

/** What is booked and out, what is overdue, and the cars themselves. */
export function CourtesyCarsPage() {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const may = useMay()
  const [tab, setTab] = useState<TabId>('open')
  const [booking, setBooking] = useState<{ fromAt: string; untilAt: string } | null>(null)
  const overdue = useReading(listLoans, { query: { group: 'overdue', limit: 1 } }).data?.overdue ?? 0
  const book = () => setBooking({ fromAt: new Date().toISOString(), untilAt: new Date(Date.now() + 8 * hour).toISOString() })
  return (
    <PageFrame title={t('courtesy-cars.title')} actions={may(courtesyCarPermissions.lend) ? <Button kind="primary" onPress={book}>{t('courtesy-cars.book')}</Button> : null}>
      <Tabs label={t('courtesy-cars.title')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'open')} tabs={tabs.map((id) => ({ id, text: id === 'overdue' && overdue > 0 ? `${t('courtesy-cars.tab.overdue')} ${String(overdue)}` : t(`courtesy-cars.tab.${id}`) }))}>
        {tab === 'cars' ? <Fleet /> : <LoanList key={tab} group={tab} />}
      </Tabs>
      {booking === null ? null : <BookLoanDialog borrower={{ customerName: '', phone: '', appointmentId: null, ...booking }} onClose={() => setBooking(null)} />}
    </PageFrame>
  )
}
