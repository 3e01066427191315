import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { giveSlot, type GreetingDay } from '../contract.ts'
import { overlap } from '../domain/greeting.ts'
import { rosterTexts } from './texts.ts'

/** A slot at another time than the day is cut into: before opening, after closing, for an event. */
export function SlotDialog({ greeting, onClose }: { greeting: GreetingDay; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const [wish, set] = useWish<{ starts: string; ends: string; personId: string | null }>({ starts: '', ends: '', personId: null })
  const deed = useDeed(giveSlot, () => { onClose(); toast({ text: t('rosters.given') }) })
  const taken = greeting.slots.filter(({ personId }) => personId !== null)
  const times = wish.starts !== '' && wish.ends <= wish.starts ? t('rosters.ends-before-it-starts') : taken.some((slot) => overlap(slot, wish)) ? t('rosters.slots-overlap') : null
  const whyNot = wish.personId === null || wish.starts === '' || wish.ends === '' ? t('rosters.slot-missing') : times
  return (
    <Dialog title={t('rosters.add-slot')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { day: greeting.day, ...wish, version: 0 } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('rosters.add-slot')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="k-form">
          <DateTimeField kind="time" label={t('rosters.starts')} name="starts" value={wish.starts} onChange={set('starts')} />
          <DateTimeField kind="time" label={t('rosters.ends')} name="ends" value={wish.ends} onChange={set('ends')} />
        </div>
        <SelectField label={t('rosters.person')} name="person" required placeholder={t('rosters.choose')} value={wish.personId} onChange={set('personId')} choices={greeting.people.filter(({ from }) => from !== null).map(({ id, name }) => ({ value: id, text: name }))} />
      </div>
    </Dialog>
  )
}
