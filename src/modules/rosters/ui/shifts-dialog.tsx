import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { putSetting, putShift, type ShiftRow, type Week } from '../contract.ts'
import { whyNotShift } from '../domain/shift.ts'
import { rosterTexts } from './texts.ts'

/** The shifts of the store, and how long one stands at the door. */
export function ShiftsDialog({ week, onClose }: { week: Week; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const language = useLanguage()
  const toast = useToast()
  const [editing, setEditing] = useState<ShiftRow | 'new' | null>(null)
  const setting = useDeed(putSetting, () => toast({ text: t('rosters.saved') }))
  return (
    <Dialog title={t('rosters.shifts')} size="small" onClose={onClose} footer={<Button kind="primary" onPress={() => setEditing('new')}>{t('rosters.add-shift')}</Button>}>
      <div className="k-stack">
        {setting.error === null ? null : <Notice tone="danger">{setting.error}</Notice>}
        <ul className="roster-shifts">
          {week.shifts.map((shift) => (
            <li key={shift.code}>
              <span className="roster-mark">{shift.mark}</span><strong>{language === 'en' ? shift.nameEn : shift.nameZh}</strong><span className="k-quiet-text">{shift.starts}–{shift.ends}</span>
              {shift.active ? null : <StatusTag tone="done" text={t('rosters.shift-retired')} />}
              <Button kind="quiet" onPress={() => setEditing(shift)}>{t('rosters.edit-shift', { name: language === 'en' ? shift.nameEn : shift.nameZh })}</Button>
            </li>
          ))}
        </ul>
        <ChoiceField label={t('rosters.slot-length')} wide value={week.slotMinutes === 30 ? '30' : '60'} disabled={setting.busy} choices={(['30', '60'] as const).map((value) => ({ value, text: t('rosters.minutes', { count: value }) }))}
          onChange={(value) => setting.run({ body: { slotMinutes: value === '30' ? 30 : 60, version: week.settingVersion } })} />
      </div>
      {editing === null ? null : <ShiftDialog shift={editing === 'new' ? null : editing} others={week.shifts} onClose={() => setEditing(null)} />}
    </Dialog>
  )
}

function ShiftDialog({ shift, others, onClose }: { shift: ShiftRow | null; others: readonly ShiftRow[]; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const [wish, set] = useWish({ mark: shift?.mark ?? '', nameZh: shift?.nameZh ?? '', nameEn: shift?.nameEn ?? '', starts: shift?.starts ?? '08:30', ends: shift?.ends ?? '17:30', active: shift?.active ?? true })
  const deed = useDeed(putShift, () => { onClose(); toast({ text: t('rosters.saved') }) })
  const empty = [wish.mark, wish.nameZh, wish.nameEn].some((words) => words.trim() === '')
  const whyNot = empty ? t('rosters.name-missing') : t.refusal(whyNotShift({ ...wish, code: shift?.code ?? '' }, others))
  return (
    <Dialog title={shift === null ? t('rosters.add-shift') : t('rosters.edit-shift', { name: shift.nameZh })} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null) deed.run({ body: { ...wish, code: shift?.code ?? null, version: shift?.version ?? 0 } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('rosters.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="k-form">
          <TextField label={t('rosters.shift-zh')} name="nameZh" required value={wish.nameZh} onChange={set('nameZh')} maxLength={20} />
          <TextField label={t('rosters.shift-en')} name="nameEn" required value={wish.nameEn} onChange={set('nameEn')} maxLength={30} />
          <DateTimeField kind="time" label={t('rosters.starts')} name="starts" value={wish.starts} onChange={set('starts')} />
          <DateTimeField kind="time" label={t('rosters.ends')} name="ends" value={wish.ends} onChange={set('ends')} />
          <TextField label={t('rosters.shift-mark')} name="mark" required value={wish.mark} onChange={set('mark')} maxLength={3} />
        </div>
        <CheckField label={t('rosters.shift-active')} checked={wish.active} onChange={set('active')} />
      </div>
    </Dialog>
  )
}
