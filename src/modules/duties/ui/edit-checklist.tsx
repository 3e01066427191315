import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addChecklist, editChecklist } from '../contract.ts'
import type { ListRow } from './checklists-page.tsx'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

/** `key` is for the screen alone; a new point has no id yet. */
type Point = { readonly key: string; readonly id: string | null; readonly zh: string; readonly en: string; readonly photo: boolean; readonly noteOnFail: boolean; readonly retired: boolean }
const fresh = (): Point => ({ key: crypto.randomUUID(), id: null, zh: '', en: '', photo: false, noteOnFail: true, retired: false })

/** Points added, renamed, put in another order, retired; null adds a list of the store's own. */
export function EditChecklist({ list, onClose }: { list: ListRow | null; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const [wish, set] = useWish({ code: list?.code ?? '', zh: list?.zh ?? '', en: list?.en ?? '', reason: '' })
  const [points, setPoints] = useState<readonly Point[]>(() => list?.points.map((point) => ({ ...point, key: point.id })) ?? [fresh()])
  const said = () => { onClose(); toast({ text: t('duties.checklist.saved') }) }
  const [adding, editing] = [useDeed(addChecklist, said), useDeed(editChecklist, said)]
  const filled = [wish.zh, wish.en, wish.reason, ...points.flatMap(({ zh, en }) => [zh, en])].every((text) => text.trim() !== '') && (list !== null || /^[a-z][a-z0-9-]{1,39}$/.test(wish.code))
  const whyNot = filled ? null : t('duties.checklist.fill-in')
  const put = (key: string, change: Partial<Point>) => setPoints((all) => all.map((point) => (point.key === key ? { ...point, ...change } : point)))
  const move = (at: number, by: 1 | -1) => setPoints((all) => all.map((point, index) => (index === at ? all[at + by] ?? point : index === at + by ? all[at] ?? point : point)))
  const save = () => {
    if (whyNot !== null) return
    const body = { zh: wish.zh, en: wish.en, reason: wish.reason, points: points.map(({ key: _, ...point }) => point) }
    if (list === null) adding.run({ body: { code: wish.code, ...body } })
    else editing.run({ params: { code: list.code }, body: { version: list.version, ...body } })
  }
  const error = adding.error ?? editing.error
  return (
    <Dialog title={t(list === null ? 'duties.checklist.add' : 'duties.checklist.edit')} size="wide" onClose={onClose} onSubmit={save} footer={<Button kind="primary" submit busy={adding.busy || editing.busy} whyNot={whyNot}>{t('duties.checklist.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <Notice tone="info">{t('duties.checklist.hint')}</Notice>
        {list === null ? <TextField label={t('duties.pack.code')} name="code" value={wish.code} onChange={set('code')} maxLength={40} required hint={t('duties.checklist.code-hint')} /> : null}
        <div className="point-texts">
          <TextField label={t('duties.pack.name-zh')} name="list-zh" value={wish.zh} onChange={set('zh')} maxLength={100} required />
          <TextField label={t('duties.pack.name-en')} name="list-en" value={wish.en} onChange={set('en')} maxLength={100} required />
        </div>
        <ol className="point-edits">
          {points.map((point, at) => (
            <EditPoint key={point.key} point={point} place={at + 1} takesPhotos={list?.takesPhotos ?? true} onChange={(change) => put(point.key, change)}
              onUp={at === 0 ? null : () => move(at, -1)} onDown={at === points.length - 1 ? null : () => move(at, 1)} onDrop={() => setPoints((all) => all.filter(({ key }) => key !== point.key))} />
          ))}
        </ol>
        <Button icon={Plus} onPress={() => setPoints((all) => [...all, fresh()])}>{t('duties.checklist.add-point')}</Button>
        <TextAreaField label={t('duties.edit-reason')} name="reason" value={wish.reason} onChange={set('reason')} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}

type EditPointProps = { point: Point; place: number; takesPhotos: boolean; onChange: (change: Partial<Point>) => void; onUp: (() => void) | null; onDown: (() => void) | null; onDrop: () => void }

function EditPoint({ point, place, takesPhotos, onChange, onUp, onDown, onDrop }: EditPointProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const name = useNameOf()(point) || String(place)
  return (
    <li className="point-edit" data-retired={point.retired ? '' : undefined}>
      <div className="point-texts">
        <TextField label={`${String(place)} · 中文`} name={`zh-${String(place)}`} value={point.zh} onChange={(zh) => onChange({ zh })} maxLength={120} required />
        <TextField label="English" name={`en-${String(place)}`} value={point.en} onChange={(en) => onChange({ en })} maxLength={120} required />
      </div>
      <div className="point-deeds">
        {takesPhotos ? <CheckField label={t('duties.checklist.photo')} checked={point.photo} onChange={(photo) => onChange({ photo })} /> : null}
        <CheckField label={t('duties.checklist.note')} checked={point.noteOnFail} onChange={(noteOnFail) => onChange({ noteOnFail })} />
        {onUp === null ? null : <IconButton aria-label={t('duties.checklist.up', { point: name })} icon={ArrowUp} onPress={onUp} />}
        {onDown === null ? null : <IconButton aria-label={t('duties.checklist.down', { point: name })} icon={ArrowDown} onPress={onDown} />}
        {point.id === null ? <Button kind="quiet" onPress={onDrop}>{t('duties.checklist.drop')}</Button>
          : <Button kind="quiet" onPress={() => onChange({ retired: !point.retired })}>{t(point.retired ? 'duties.checklist.restore' : 'duties.checklist.retire')}</Button>}
      </div>
    </li>
  )
}
