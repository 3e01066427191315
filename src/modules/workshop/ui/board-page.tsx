import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { seeBoard } from '../contract.ts'
import { BaysTab } from './bays-tab.tsx'
import { BoardView } from './board-view.tsx'
import { ClocksTab } from './clocks-tab.tsx'
import { KeysTab } from './keys-tab.tsx'
import { workshopTexts } from './texts.ts'
import { WaitsTab } from './waits-tab.tsx'
import './board.css'

const tabs = ['plan', 'waits', 'clocks', 'keys', 'bays'] as const
type TabId = (typeof tabs)[number]

/** The foreman's board: which car stands where and when, what waits, and the bays themselves. */
export function WorkshopBoardPage() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const [tab, setTab] = useState<TabId>('plan')
  const today = useToday()
  const [day, setDay] = useState(today)
  return (
    <PageFrame title={t('workshop.board')} fill actions={tab === 'plan' || tab === 'clocks' ? <DaySwitch day={day} today={today} onDay={setDay} /> : undefined}
      tabs={{ label: t('workshop.board'), current: tab, onChange: (id) => setTab(tabs.find((one) => one === id) ?? 'plan'), tabs: tabs.map((id) => ({ id, text: t(`workshop.tab.${id}`) })) }}>
      {tab === 'plan' ? <PlanTab day={day} /> : null}
      {tab === 'waits' ? <WaitsTab /> : null}
      {tab === 'clocks' ? <ClocksTab day={day} /> : null}
      {tab === 'keys' ? <KeysTab /> : null}
      {tab === 'bays' ? <BaysTab /> : null}
    </PageFrame>
  )
}

function DaySwitch({ day, today, onDay }: { day: string; today: string; onDay: (day: string) => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return (
    <>
      {day === today ? null : <Button kind="quiet" onPress={() => onDay(today)}>{t('workshop.today')}</Button>}
      <IconButton icon={ChevronLeft} aria-label={t('workshop.previous-day')} onPress={() => onDay(addDays(day, -1))} />
      <DateTimeField label={t('workshop.day')} hideLabel kind="date" name="day" value={day} onChange={(value) => { if (value !== '') onDay(value) }} />
      <IconButton icon={ChevronRight} aria-label={t('workshop.next-day')} onPress={() => onDay(addDays(day, 1))} />
    </>
  )
}

/** Old rows stay while news come; without news the board still moves on with the minutes. */
const refetchMilliseconds = 60_000

function PlanTab({ day }: { day: string }) {
  const sentence = useSentence()
  const board = useReading(seeBoard, { query: { day } }, { refetchInterval: refetchMilliseconds })
  if (board.isError) return <LoadError state={{ error: sentence(board.error), onRetry: () => { void board.refetch() } }} />
  if (board.data === undefined) return <Skeleton kind="list" lines={10} />
  return <><LoadBar busy={board.isFetching} /><BoardView board={board.data} /></>
}
