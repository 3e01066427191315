import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addSpell, correctSpell, type SpellView } from '../contract.ts'
import { attendanceTexts } from './texts.ts'

export type Wrong = { readonly personId: string; readonly name: string; /** Null: nothing was clocked. */ readonly spell: SpellView | null; /** What he should have worked, where nothing was clocked. */ readonly expected: { readonly from: string; readonly until: string } | null }

/** A supervisor says when somebody came and left, and why it was not clocked so. */
export function CorrectDialog({ wrong, onClose }: { wrong: Wrong; onClose: () => void }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const { spell, expected, name, personId } = wrong
  const wall = (moment: string | null | undefined): string => (moment === null || moment === undefined ? '' : wallTime(new Date(moment), timeZone))
  const [wish, set] = useWish({ came: wall(spell?.cameAt ?? expected?.from), left: wall(spell === null ? expected?.until : spell.leftAt), reason: '' })
  const said = () => { onClose(); toast({ text: t('attendance.said-corrected', { name }) }) }
  const correcting = useDeed(correctSpell, said)
  const adding = useDeed(addSpell, said)
  const [came, left] = [fromWallTime(wish.came, timeZone), fromWallTime(wish.left, timeZone)]
  const whyNot = came === null || left === null || wish.reason.trim() === '' ? t('attendance.fill-in') : null
  const save = () => {
    if (came === null || left === null || whyNot !== null) return
    const times = { came: came.toISOString(), left: left.toISOString(), reason: wish.reason }
    if (spell === null) adding.run({ body: { personId, ...times } })
    else correcting.run({ params: { spellId: spell.id }, body: { version: spell.version, ...times } })
  }
  const error = correcting.error ?? adding.error
  const deed = spell === null ? t('attendance.add') : t('attendance.correct')
  return (
    <Dialog title={spell === null ? t('attendance.add-title', { name }) : t('attendance.correct-title', { name })} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={correcting.busy || adding.busy} whyNot={whyNot}>{deed}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <DateTimeField label={t('attendance.came')} name="came" kind="datetime" value={wish.came} onChange={set('came')} required />
        <DateTimeField label={t('attendance.left')} name="left" kind="datetime" value={wish.left} onChange={set('left')} required />
        <TextField label={t('attendance.reason')} name="reason" value={wish.reason} onChange={set('reason')} maxLength={200} required />
      </div>
    </Dialog>
  )
}
