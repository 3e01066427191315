import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { sumOf } from '../../../kernel/money.ts'
import { call } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { PartPick, type PickedPart } from '../../catalogue/ui/public.tsx'
import { customerPermissions } from '../../customers/permissions.ts'
import { listCustomers } from '../../customers/contract.ts'
import { listOrders } from '../../repair-orders/contract.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listConsultants, openSale, openSlip, seePrice } from '../contract.ts'
import { isPriced, priced, whyNotOpen, type SlipKind } from '../domain/slip.ts'
import { counterTexts } from './texts.ts'

type Wished = PickedPart & { readonly thousandths: number | null }
const loanDays = 1
const nameLabels = { sale: 'counter.customer-name', accessory: 'counter.consultant', consumable: 'counter.taker', loan: 'counter.borrower' } as const

/** The parts that were picked, each with the price that the slip will charge: a promotion may hold. */
function useParts(kind: SlipKind) {
  const sentence = useSentence()
  const [parts, setParts] = useState<readonly Wished[]>([])
  const [failed, setFailed] = useState<unknown>(null)
  const add = (part: PickedPart) => {
    const addAt = (priceFen: number | null) => setParts((now) => (now.some(({ partId }) => partId === part.partId) ? now : [...now, { ...part, priceFen, thousandths: 1_000 }]))
    setFailed(null)
    if (isPriced(kind)) void call(seePrice, { params: { partId: part.partId } }).then(({ priceFen }) => addAt(priceFen), setFailed)
    else addAt(null)
  }
  return { parts, setParts, add, unpriced: failed === null ? null : sentence(failed) }
}

/** A new slip: for whom, which parts, and what its kind needs beside them. What is free is reserved when it is saved. */
export function SlipDialog({ kind, onClose }: { kind: SlipKind; onClose: (id?: string) => void }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, set] = useWish({ name: '', phone: '', paperNumber: '', dueOn: addDays(today, loanDays), note: '', allowanceFen: null as number | null, allowanceReason: '', picked: null as TypeaheadOption | null })
  const consultants = useReading(listConsultants, {}, { enabled: kind === 'accessory' }).data?.names ?? []
  const { parts, setParts, add, unpriced } = useParts(kind)
  const then = ({ id, number, short }: { id: string; number: string; short: number }) => { toast({ text: short === 0 ? t('counter.saved', { number }) : t('counter.saved-short', { number, count: short }) }); onClose(id) }
  const [sale, other] = [useDeed(openSale, then), useDeed(openSlip, then)]
  const deed = kind === 'sale' ? sale : other
  const lines = parts.flatMap(({ partId, thousandths }) => (thousandths === null || thousandths <= 0 ? [] : [{ partId, thousandths }]))
  const linesFen = sumOf(priced(parts.map(({ priceFen, thousandths }) => ({ unitPriceFen: priceFen ?? 0, thousandths: thousandths ?? 0 })), 0).amounts)
  const allowanceFen = wish.allowanceFen ?? 0
  const whyNot = parts.length === 0 ? t('counter.no-parts') : lines.length < parts.length ? t('counter.fill-in')
    : t.refusal(whyNotOpen({ ...wish, kind, name: kind === 'sale' ? '' : wish.name, dueOn: kind === 'loan' ? wish.dueOn : null, today, allowanceFen, linesFen, partTwice: false, consultants }))
  const save = () => {
    const { name, phone, paperNumber, note, allowanceReason, picked } = wish
    if (whyNot !== null) return
    if (kind === 'sale') sale.run({ body: { customerId: picked?.id ?? null, name, phone, note, lines, allowanceFen, allowanceReason } })
    else other.run({ body: { kind, name, paperNumber, orderId: picked?.id ?? null, dueOn: kind === 'loan' ? wish.dueOn : null, note, lines } })
  }
  const put = (partId: string, thousandths: number | null) => setParts(parts.map((part) => (part.partId === partId ? { ...part, thousandths } : part)))
  return (
    <Dialog title={t(`counter.new.${kind}`)} size="wide" onClose={() => onClose()} onSubmit={save} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('counter.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {unpriced === null ? null : <Notice tone="danger">{unpriced}</Notice>}
        <div className="k-form">
          {kind === 'sale' ? <KnownCustomer picked={wish.picked} onPick={set('picked')} /> : null}
          {kind === 'accessory' ? <SelectField label={t(nameLabels[kind])} name="name" value={consultants.includes(wish.name) ? wish.name : null} placeholder={consultants.length === 0 ? t('counter.no-consultants') : undefined} onChange={set('name')} choices={consultants.map((name) => ({ value: name, text: name }))} required /> : null}
          {kind === 'accessory' || (kind === 'sale' && wish.picked !== null) ? null : <TextField label={t(nameLabels[kind])} name="name" value={wish.name} onChange={set('name')} maxLength={60} required={kind !== 'sale'} hint={kind === 'sale' ? t('counter.customer-hint') : undefined} />}
          {kind === 'sale' ? <TextField label={t('counter.phone')} name="phone" type="tel" value={wish.phone} onChange={set('phone')} maxLength={20} /> : null}
          {kind === 'accessory' ? <TextField label={t('counter.paper-number')} name="paper" value={wish.paperNumber} onChange={set('paperNumber')} maxLength={40} required /> : null}
          {kind === 'consumable' || kind === 'loan' ? <JobPick picked={wish.picked} onPick={set('picked')} /> : null}
          {kind === 'loan' ? <DateTimeField kind="date" label={t('counter.due-on')} name="due-on" value={wish.dueOn} min={today} onChange={(value) => { if (value !== '') set('dueOn')(value) }} required /> : null}
        </div>
        <PartPick label={t('counter.add-part')} placeholder={t('counter.part-find')} onPick={add} />
        <ul className="counter-lines">{parts.map((part) => (
          <li key={part.partId} className="counter-line-fields" aria-label={part.number}>
            <span>{part.name} <span className="k-quiet-text">{part.number}{isPriced(kind) && part.priceFen !== null ? ` · ${formatFen(part.priceFen)}` : ''}</span></span>
            <QuantityField label={t('counter.quantity')} hideLabel name="quantity" value={part.thousandths} unit={part.unit} required onChange={(thousandths) => put(part.partId, thousandths)} />
            <Button kind="quiet" onPress={() => setParts(parts.filter(({ partId }) => partId !== part.partId))}>{t('counter.remove')}</Button>
          </li>
        ))}</ul>
        {kind === 'sale' ? (
          <div className="k-form">
            <MoneyField label={t('counter.allowance')} name="allowance" value={wish.allowanceFen} onChange={set('allowanceFen')} />
            {allowanceFen > 0 ? <TextField label={t('counter.allowance-words')} name="allowance-reason" value={wish.allowanceReason} onChange={set('allowanceReason')} maxLength={300} required /> : null}
          </div>
        ) : null}
        <TextField label={t('counter.note')} name="note" value={wish.note} onChange={set('note')} maxLength={300} />
        {isPriced(kind) && parts.length > 0 ? <p className="counter-sum">{t('counter.total')} <strong>{formatFen(Math.max(0, linesFen - allowanceFen))}</strong></p> : null}
      </div>
    </Dialog>
  )
}

type PickProps = { picked: TypeaheadOption | null; onPick: (picked: TypeaheadOption | null) => void }

/** Only who may see customers finds them; everybody else writes the name. */
function KnownCustomer({ picked, onPick }: PickProps) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  if (!useMay()(customerPermissions.see)) return null
  return (
    <Typeahead<TypeaheadOption> label={t('counter.registered')} picked={picked} onPick={onPick} onClear={() => onPick(null)}
      search={async (find, signal) => (await call(listCustomers, { query: { find, limit: 12 } }, { signal })).rows.map(({ id, name, phone }) => ({ id, primary: name, secondary: phone }))} />
  )
}

function JobPick({ picked, onPick }: PickProps) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  if (!useMay()(repairOrderPermissions.see)) return null
  return (
    <Typeahead<TypeaheadOption> label={t('counter.job')} placeholder={t('counter.job-find')} picked={picked} onPick={onPick} onClear={() => onPick(null)}
      search={async (find, signal) => (await call(listOrders, { query: { find, group: 'open', limit: 12 } }, { signal })).rows.map(({ id, number, plate }) => ({ id, primary: showPlate(plate), secondary: number }))} />
  )
}
