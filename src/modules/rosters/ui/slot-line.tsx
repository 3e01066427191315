import { DoorOpen } from 'lucide-react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { checkIn, giveSlot, swapSlots, type GreetingDay, type Own, type SlotRow } from '../contract.ts'
import { minutesEarly, type GreetingStatus } from '../domain/greeting.ts'
import { rosterPermissions } from '../permissions.ts'
import { rosterTexts } from './texts.ts'

const tones: Readonly<Record<GreetingStatus, Tone>> = { planned: 'neutral', running: 'warn', 'on-time': 'active', late: 'warn', absent: 'danger' }

export function SlotState({ slot }: { slot: SlotRow }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  if (slot.status === null) return <StatusTag tone="neutral" text={t('rosters.free')} />
  return (
    <>
      <StatusTag tone={tones[slot.status]} text={t(`rosters.greeting.${slot.status}`, { minutes: slot.minutesLate })} />
      {slot.away && (slot.status === 'planned' || slot.status === 'running') ? <StatusTag tone="danger" text={t('rosters.away-then')} /> : null}
    </>
  )
}

/** One slot of a day, with what may be done there. */
export function SlotLine({ slot, greeting }: { slot: SlotRow; greeting: GreetingDay }) {
  const mayPlan = useMay()(rosterPermissions.plan)
  const changeable = slot.status === null || slot.status === 'planned' || slot.status === 'running'
  return (
    <li className="roster-slot">
      <span>{slot.starts}–{slot.ends}</span>
      <strong className="k-cut">{slot.personName}</strong>
      <span className="roster-slot-state k-row"><SlotState slot={slot} /></span>
      <span>{mayPlan && changeable ? <SlotMenu slot={slot} greeting={greeting} /> : null}</span>
    </li>
  )
}

function SlotMenu({ slot, greeting: { day, slots, people } }: { slot: SlotRow; greeting: GreetingDay }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const say = () => toast({ text: t('rosters.given') })
  const give = useDeed(giveSlot, say)
  const swap = useDeed(swapSlots, say)
  const others = slots.filter((other) => other.personId !== null && other.personId !== slot.personId && (other.status === 'planned' || other.status === 'running'))
  const items: MenuItem[] = [
    ...people.filter(({ id, from }) => from !== null && id !== slot.personId).map(({ id, name }) => ({ id, text: t('rosters.give-to', { name }), onPick: () => give.run({ body: { day, starts: slot.starts, ends: slot.ends, personId: id, version: slot.version } }) })),
    ...(slot.personId === null ? [] : others.map((other, index) => ({
      id: other.starts, text: t('rosters.swap-with', { time: other.starts, name: other.personName }), separated: index === 0,
      onPick: () => swap.run({ body: { day, first: { starts: slot.starts, version: slot.version }, second: { starts: other.starts, version: other.version } } }),
    }))),
    ...(slot.personId === null ? [] : [{ id: 'nobody', text: t('rosters.give-nobody'), separated: true, destructive: true, onPick: () => give.run({ body: { day, starts: slot.starts, personId: null, version: slot.version } }) }]),
  ]
  if (items.length === 0) return null
  const error = give.error ?? swap.error
  return <>{error === null ? null : <Notice tone="danger">{error}</Notice>}<Menu label={t('rosters.slot-menu', { time: slot.starts, name: slot.personName })} items={items} kind="quiet" /></>
}

/** For a phone: a quarter of an hour before it until its end. */
export function CheckInButton({ slot }: { slot: Own['slots'][number] }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const now = useNow(15)
  const may = useMay()
  const deed = useDeed(checkIn, ({ minutesLate: minutes }) => toast({ text: minutes === 0 ? t('rosters.checked-in-done') : t('rosters.checked-in-late', { minutes }) }))
  const open = slot.status !== 'on-time' && slot.status !== 'late' && now >= Date.parse(slot.startsAt) - minutesEarly * 60_000 && now < Date.parse(slot.endsAt)
  if (!open || !may(rosterPermissions.checkIn)) return null
  return (
    <>
      <Button kind="primary" wide icon={DoorOpen} busy={deed.busy} onPress={() => deed.run({ body: { day: slot.day, starts: slot.starts, version: slot.version } })}>{t('rosters.check-in')}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}
