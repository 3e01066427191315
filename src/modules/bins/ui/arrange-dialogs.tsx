import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addBin } from '../../stock/contract.ts'
import { changeState, setClass, setRule, setZone, type BinRow, type LotHere, type seeMap, type ZoneRow } from '../contract.ts'
import { storageClasses, zoneKinds, type StorageClass } from '../domain/storage.ts'
import { whyNotZone } from '../domain/why-not-move.ts'
import { binTexts } from './texts.ts'

/** What a zone is made for. */
export function ZoneDialog({ zone, onClose }: { zone: ZoneRow; onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const { code, version, ...stored } = zone
  const [wish, setWish] = useState<Omit<ZoneRow, 'code' | 'version' | 'fullAt'> & { fullAt: number | null }>(stored)
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(setZone, () => { onClose(); toast({ text: t('bins.saved') }) })
  const { fullAt } = wish
  const whyNot = wish.name.trim() === '' || fullAt === null || fullAt < 1 || fullAt > 200 ? t('bins.fill-in') : t.refusal(whyNotZone(wish))
  return (
    <Dialog title={t('bins.zone', { code })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null && fullAt !== null) deed.run({ params: { code }, body: { ...wish, fullAt, version } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('bins.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('bins.zone-name')} name="name" value={wish.name} onChange={(name) => put({ name })} required autoFocus maxLength={40} />
        <fieldset className="bin-checks"><legend>{t('bins.zone-holds')}</legend>
          {zoneKinds.map((kind) => <CheckField key={kind} label={t(`bins.class.${kind}`)} checked={wish.holds.includes(kind)} onChange={(on) => put({ holds: on ? [...wish.holds, kind] : wish.holds.filter((held) => held !== kind) })} />)}
        </fieldset>
        <NumberField label={t('bins.zone-full-at')} name="full-at" value={fullAt} onChange={(value) => put({ fullAt: value })} required />
        <CheckField label={t('bins.zone-near')} checked={wish.near} onChange={(near) => put({ near })} />
        <CheckField label={t('bins.zone-staging')} checked={wish.staging} onChange={(staging) => put({ staging })} />
      </div>
    </Dialog>
  )
}

const within = (value: number | null, most: number): value is number => value !== null && value >= 1 && value <= most

export function RuleDialog({ rule, onClose }: { rule: AnswerOf<typeof seeMap>['rule']; onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const [heavyUpTo, setHeavy] = useState<number | null>(rule.heavyUpTo)
  const [fastFrom, setFast] = useState<number | null>(rule.fastFrom)
  const deed = useDeed(setRule, () => { onClose(); toast({ text: t('bins.saved') }) })
  const run = () => { if (within(heavyUpTo, 20) && within(fastFrom, 10_000)) deed.run({ body: { heavyUpTo, fastFrom, version: rule.version } }) }
  return (
    <Dialog title={t('bins.rules')} size="small" onClose={onClose} onSubmit={run} footer={<Button kind="primary" submit busy={deed.busy} whyNot={within(heavyUpTo, 20) && within(fastFrom, 10_000) ? null : t('bins.fill-in')}>{t('bins.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-quiet-text">{t('bins.rule-words')}</p>
        <NumberField label={t('bins.heavy-up-to')} name="heavy" value={heavyUpTo} onChange={setHeavy} required />
        <NumberField label={t('bins.fast-from')} name="fast" value={fastFrom} onChange={setFast} required />
      </div>
    </Dialog>
  )
}

export function AddBinDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const [code, setCode] = useState('')
  const deed = useDeed(addBin, () => { onClose(); toast({ text: t('bins.added', { code }) }) })
  const whyNot = /^[A-Z0-9][A-Z0-9-]{0,29}$/.test(code.trim()) ? null : t('bins.code-wrong')
  return (
    <Dialog title={t('bins.add')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { code } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('bins.add')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('bins.add-code')} name="code" value={code} onChange={(typed) => setCode(typed.toUpperCase())} hint={t('bins.add-hint')} required autoFocus maxLength={30} />
      </div>
    </Dialog>
  )
}

export function ClassDialog({ part, onClose }: { part: LotHere; onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const [storage, setStorage] = useState<StorageClass>(part.storage)
  const deed = useDeed(setClass, () => { onClose(); toast({ text: t('bins.saved') }) })
  return (
    <Dialog title={part.partNumber} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { partId: part.partId }, body: { version: part.classVersion, storage } })} footer={<Button kind="primary" submit busy={deed.busy}>{t('bins.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField<StorageClass> label={t('bins.stored-as')} name="storage" value={storage} onChange={setStorage} choices={storageClasses.map((value) => ({ value, text: t(`bins.class.${value}`) }))} />
      </div>
    </Dialog>
  )
}

export type StateChange = 'block' | 'unblock' | 'retire' | 'reuse'

export function StateDialog({ bin, change, onClose }: { bin: BinRow; change: StateChange; onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const deed = useDeed(changeState, () => { onClose(); toast({ text: t('bins.changed') }) })
  const run = (part: { active?: boolean; blocked?: string }) => deed.run({ params: { placeId: bin.placeId }, body: { version: bin.version, active: bin.active, blocked: bin.blocked, ...part } })
  const dialog = { title: `${bin.code} · ${t(`bins.${change}`)}`, confirmText: t(`bins.${change}`), busy: deed.busy, error: deed.error, onClose }
  if (change === 'block') {
    return <ConfirmDialog {...dialog} kind="primary" reason={{ label: t('bins.reason'), missing: t('bins.reason-missing') }} onConfirm={(reason) => run({ blocked: reason })}>{t('bins.block-question')}</ConfirmDialog>
  }
  return (
    <ConfirmDialog {...dialog} kind={change === 'retire' ? 'danger' : 'primary'} onConfirm={() => run(change === 'unblock' ? { blocked: '' } : { active: change === 'reuse' })}>
      {change === 'retire' ? t('bins.retire-question') : bin.code}
    </ConfirmDialog>
  )
}
