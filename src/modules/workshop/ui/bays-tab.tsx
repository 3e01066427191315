import { Plus } from 'lucide-react'
import { useState } from 'react'
import { fromWallTime } from '../../../kernel/time.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addBay, bringBack, editBay, listBays, takeOutOfService, type BayView } from '../contract.ts'
import { bayKinds, type BayKind } from '../domain/bays.ts'
import { workshopPermissions } from '../permissions.ts'
import { ClosingWorkDialog } from './closing-work-dialog.tsx'
import { workshopTexts } from './texts.ts'

/** The bays of the house: what they are for, in which order they stand on the board, and which is out of service. */
export function BaysTab() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const may = useMay()(workshopPermissions.maintainBays)
  const bays = useReading(listBays, {})
  const [edited, setEdited] = useState<BayView | 'new' | 'closing' | null>(null)
  if (bays.isError) return <LoadError state={{ error: sentence(bays.error), onRetry: () => { void bays.refetch() } }} />
  if (bays.data === undefined) return <Skeleton kind="list" lines={8} />
  const { rows, outOfService } = bays.data
  return (
    <div className="bays">
      {may ? <div className="k-row"><Button kind="primary" icon={Plus} onPress={() => setEdited('new')}>{t('workshop.bay-add')}</Button><Button onPress={() => setEdited('closing')}>{t('workshop.closing-work')}</Button></div> : null}
      {rows.length === 0 ? <EmptyState>{t('workshop.no-bays')}</EmptyState> : null}
      <ul className="bay-list">
        {rows.map((bay) => <BayCard key={bay.id} bay={bay} out={outOfService.filter(({ bayId }) => bayId === bay.id)} onEdit={may ? () => setEdited(bay) : null} />)}
      </ul>
      {edited === 'closing' ? <ClosingWorkDialog onClose={() => setEdited(null)} /> : null}
      {edited === null || edited === 'closing' ? null : <BayDialog bay={edited === 'new' ? null : edited} next={rows.length + 1} onClose={() => setEdited(null)} />}
    </div>
  )
}

type Out = { id: string; from: string; until: string; reason: string; saidByName: string; version: number }

function BayCard({ bay, out, onEdit }: { bay: BayView; out: readonly Out[]; onEdit: (() => void) | null }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const [taking, setTaking] = useState(false)
  const back = useDeed(bringBack, () => toast({ text: t('workshop.bay-back-said', { bay: bay.name }) }))
  return (
    <li className="k-panel bay-card">
      <div className="k-row">
        <strong>{bay.name}</strong><span className="k-quiet-text">{t(`workshop.kind.${bay.kind}`)}</span>
        {bay.active ? null : <StatusTag tone="neutral" text={t('workshop.bay-inactive')} />}
      </div>
      {out.map((one) => (
        <div key={one.id} className="bay-out">
          <StatusTag tone="danger" text={t('workshop.bay-out-label')} />
          <span>{moments.full(one.from)} – {moments.full(one.until)} · {one.reason}</span>
          {onEdit === null ? null : <Button size="desk" kind="quiet" busy={back.busy} onPress={() => back.run({ params: { outId: one.id }, body: { version: one.version } })}>{t('workshop.bay-back')}</Button>}
        </div>
      ))}
      {back.error === null ? null : <Notice tone="danger">{back.error}</Notice>}
      {onEdit === null ? null : (
        <div className="k-row">
          <Button size="desk" onPress={onEdit}>{t('workshop.bay-edit')}</Button>
          {bay.active ? <Button size="desk" onPress={() => setTaking(true)}>{t('workshop.bay-take-out')}</Button> : null}
        </div>
      )}
      {taking ? <OutDialog bay={bay} onClose={() => setTaking(false)} /> : null}
    </li>
  )
}

function BayDialog({ bay, next, onClose }: { bay: BayView | null; next: number; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const [wish, set] = useWish<{ name: string; kind: BayKind; place: number | null; active: boolean }>(bay ?? { name: '', kind: 'mechanical', place: next, active: true })
  const said = () => { onClose(); toast({ text: t('workshop.bay-saved', { bay: wish.name }) }) }
  const adding = useDeed(addBay, said)
  const editing = useDeed(editBay, said)
  const { name, kind, place, active } = wish
  const save = () => {
    if (place === null || name.trim() === '') return
    if (bay === null) adding.run({ body: { name, kind, place } })
    else editing.run({ params: { bayId: bay.id }, body: { version: bay.version, name, kind, place, active } })
  }
  const error = adding.error ?? editing.error
  return (
    <Dialog title={bay === null ? t('workshop.bay-add') : bay.name} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={adding.busy || editing.busy} whyNot={place === null || name.trim() === '' ? t('workshop.bay-fill-in') : null}>{t('workshop.bay-save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <TextField label={t('workshop.bay-name')} name="name" value={name} onChange={set('name')} maxLength={20} required />
        <SelectField label={t('workshop.bay-kind')} name="kind" value={kind} onChange={set('kind')} choices={bayKinds.map((value) => ({ value, text: t(`workshop.kind.${value}`) }))} />
        <NumberField label={t('workshop.bay-place')} name="place" value={place} onChange={set('place')} required />
        {bay === null ? null : <CheckField label={t('workshop.bay-active')} checked={active} onChange={set('active')} />}
      </div>
    </Dialog>
  )
}

function OutDialog({ bay, onClose }: { bay: BayView; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const [wish, set] = useWish({ from: '', until: '', reason: '' })
  const deed = useDeed(takeOutOfService, () => { onClose(); toast({ text: t('workshop.bay-out-said', { bay: bay.name }) }) })
  const [from, until] = [fromWallTime(wish.from, timeZone), fromWallTime(wish.until, timeZone)]
  const save = () => { if (from !== null && until !== null) deed.run({ params: { bayId: bay.id }, body: { from: from.toISOString(), until: until.toISOString(), reason: wish.reason } }) }
  return (
    <Dialog title={t('workshop.bay-take-out-title', { bay: bay.name })} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={from === null || until === null || wish.reason.trim() === '' ? t('workshop.bay-out-fill-in') : null}>{t('workshop.bay-take-out')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DateTimeField label={t('workshop.out-from')} name="from" kind="datetime" value={wish.from} onChange={set('from')} required />
        <DateTimeField label={t('workshop.out-until')} name="until" kind="datetime" value={wish.until} onChange={set('until')} required />
        <TextField label={t('workshop.out-reason')} name="reason" value={wish.reason} onChange={set('reason')} maxLength={200} required />
      </div>
    </Dialog>
  )
}
