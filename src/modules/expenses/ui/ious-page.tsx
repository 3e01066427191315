import { Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, usePages, useReading } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { drawIou, iouGroups, listIous, listPeople, listShipments, printIou, returnIou, type Iou } from '../contract.ts'
import { whyNotReturn } from '../domain/iou.ts'
import { expensePermissions } from '../permissions.ts'
import { expenseTexts } from './texts.ts'
import { iouTones } from './tones.ts'
import { useKinds } from './use-kinds.ts'
import './expenses.css'

const pageSize = 40

/** Cash drawn before it is spent: who owes the drawer what. */
export function IousPage() {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const pays = useMay()(expensePermissions.pay)
  const [group, setGroup] = useState<(typeof iouGroups)[number]>('open')
  const [find, setFind] = useState('')
  const [asked, setAsked] = useState<Iou | 'draw' | null>(null)
  const title = t('expenses.ious')
  return (
    <PageFrame title={title} fill actions={pays ? <Button kind="primary" onPress={() => setAsked('draw')}>{t('expenses.draw')}</Button> : null}>
      <div className="ex-ious">
        <div className="ex-ious-head"><ChoiceField label={title} hideLabel value={group} onChange={setGroup} choices={iouGroups.map((value) => ({ value, text: t(`expenses.iou-group.${value}`) }))} /><FindField label={t('expenses.find-iou')} value={find} onChange={setFind} /></div>
        <Ious group={group} find={find} onOpen={setAsked} />
      </div>
      {asked === 'draw' ? <DrawDialog onClose={() => setAsked(null)} /> : asked === null ? null : <IouDialog iou={asked} pays={pays} onClose={() => setAsked(null)} />}
    </PageFrame>
  )
}

function Ious({ group, find, onOpen }: { group: (typeof iouGroups)[number]; find: string; onOpen: (iou: Iou) => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const moments = useMoments()
  const w = useTexts(webZh, webEn)
  const kinds = useKinds()
  const phone = useMedia('(max-width: 700px)')
  const { rows, state, more } = usePages(listIous, { group, find, limit: pageSize })
  const loadMore = t('expenses.load-more', { count: pageSize })
  const empty = <EmptyState>{find === '' ? t(`expenses.ious-none.${group}`) : w('web.nothing-found', { find })}</EmptyState>
  const status = (row: Iou) => <StatusTag tone={iouTones[row.status]} text={t(`expenses.iou-status.${row.status}`)} />
  const common = { label: t('expenses.ious'), rows, rowKey: ({ id }: Iou) => id, state, onOpen, empty }
  if (phone) {
    return (
      <ListPane {...common} loadMore={more === null ? undefined : { text: loadMore, onPress: more }}
        row={(row) => ({ primary: row.purpose, status: status(row), trailing: <Money fen={row.amountFen} />, secondary: [row.personName, row.number, row.shipmentNumber ?? ''].filter((word) => word !== '').join(' · '), secondaryTrailing: moments.full(row.drawnAt) })} />
    )
  }
  const columns: Column<Iou>[] = [
    { id: 'number', header: t('expenses.number'), width: 180, cell: ({ number }) => number },
    { id: 'status', header: t('expenses.state'), width: 130, cell: status },
    { id: 'person', header: t('expenses.borrower'), width: 110, cell: ({ personName }) => personName },
    { id: 'kind', header: t('expenses.kind'), width: 130, cell: ({ kind }) => kinds.nameOf(kind) },
    { id: 'purpose', header: t('expenses.purpose'), cell: ({ purpose, shipmentNumber }) => (shipmentNumber === null ? purpose : <span>{purpose}<br /><span className="k-quiet-text">{shipmentNumber}</span></span>) },
    { id: 'drawn', header: t('expenses.drawn'), width: 130, cell: ({ drawnAt }) => moments.full(drawnAt) },
    { id: 'amount', header: t('expenses.amount'), align: 'end', width: 110, cell: ({ amountFen }) => <Money fen={amountFen} strong /> },
  ]
  return <DataTable {...common} columns={columns} minimumWidth={960} fill footer={more === null ? null : <Button kind="quiet" onPress={more}>{loadMore}</Button>} />
}

function DrawDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const kinds = useKinds()
  const people = useReading(listPeople, {}).data?.rows ?? []
  const shipments = useReading(listShipments, {}).data?.rows ?? []
  const english = useLanguage() === 'en'
  const [{ personId, kind, amountFen, purpose, shipmentId }, set] = useWish<{ personId: string; kind: string; amountFen: number | null; purpose: string; shipmentId: string }>({ personId: '', kind: '', amountFen: null, purpose: '', shipmentId: '' })
  const deed = useDeed(drawIou, ({ number }) => { onClose(); toast({ text: t('expenses.drawn-done', { number }) }) })
  const left = personId === '' || kind === '' || amountFen === null || amountFen <= 0 || purpose.trim() === ''
  return (
    <Dialog title={t('expenses.draw')} size="small" onClose={onClose} onSubmit={() => { if (!left) deed.run({ body: { personId, kind, amountFen, purpose, shipmentId: shipmentId === '' ? null : shipmentId } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? t('expenses.fill-in') : null}>{t('expenses.draw')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('expenses.borrower')} name="person" required value={personId} onChange={set('personId')} choices={[{ value: '', text: '—' }, ...people.map(({ id, name, positions }) => ({ value: id, text: `${name} ${positions.join(' ')}` }))]} />
        <SelectField label={t('expenses.kind')} name="kind" required value={kind} onChange={set('kind')} choices={[{ value: '', text: '—' }, ...kinds.choices]} />
        {shipments.length === 0 ? null : (
          <SelectField label={t('expenses.shipment')} name="shipment" value={shipmentId} onChange={(id) => { set('shipmentId')(id); const due = shipments.find((one) => one.id === id)?.dueFen ?? 0; if (due > 0) set('amountFen')(due) }}
            choices={[{ value: '', text: t('expenses.no-shipment') }, ...shipments.map((one) => ({ value: one.id, text: [one.number, english ? one.fromEn : one.fromZh, one.dueFen === null ? '' : formatFen(one.dueFen)].filter((word) => word !== '').join(' · ') }))]} />
        )}
        <MoneyField label={t('expenses.amount')} name="amount" required value={amountFen} onChange={set('amountFen')} />
        <TextField label={t('expenses.purpose')} name="purpose" required value={purpose} onChange={set('purpose')} maxLength={300} />
      </div>
    </Dialog>
  )
}

/** An IOU with its claim; what was not spent comes back whole. */
function IouDialog({ iou, pays, onClose }: { iou: Iou; pays: boolean; onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const moments = useMoments()
  const kinds = useKinds()
  const [words, setWords] = useState('')
  const deed = useDeed(returnIou, () => { onClose(); toast({ text: t('expenses.returned') }) })
  const returns = pays && whyNotReturn(iou) === null
  return (
    <Dialog title={iou.number} size="small" onClose={onClose} onSubmit={() => { if (returns) deed.run({ params: { iouId: iou.id }, body: { version: iou.version, words } }) }}
      footer={<><Button icon={Printer} onPress={() => openPaper(printIou, { iouId: iou.id })}>{t('expenses.print-iou')}</Button>{returns ? <Button submit busy={deed.busy}>{t('expenses.return')}</Button> : null}</>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Facts facts={[
          { id: 'status', label: t('expenses.state'), value: <StatusTag tone={iouTones[iou.status]} text={t(`expenses.iou-status.${iou.status}`)} /> },
          { id: 'person', label: t('expenses.borrower'), value: iou.personName },
          { id: 'amount', label: t('expenses.amount'), value: <Money fen={iou.amountFen} strong /> },
          { id: 'kind', label: t('expenses.kind'), value: kinds.nameOf(iou.kind) },
          { id: 'purpose', label: t('expenses.purpose'), value: iou.purpose },
          ...(iou.shipmentNumber === null ? [] : [{ id: 'shipment', label: t('expenses.shipment'), value: iou.shipmentDueFen === null ? iou.shipmentNumber : t('expenses.shipment-due', { number: iou.shipmentNumber, due: formatFen(iou.shipmentDueFen) }) }]),
          { id: 'drawn', label: t('expenses.drawn'), value: `${iou.drawnByName} ${moments.full(iou.drawnAt)}` },
          ...(iou.claimId === null ? [] : [{ id: 'claim', label: t('expenses.used-by'), value: <Link to={`/expenses/${iou.claimId}`}>{iou.usedBy}</Link> }]),
          ...(iou.endedAt === null ? [] : [{ id: 'ended', label: t('expenses.ended'), value: `${iou.endedByName ?? ''} ${moments.full(iou.endedAt)}` }]),
          ...(iou.words === '' || iou.status === 'settled' ? [] : [{ id: 'words', label: t('expenses.words'), value: iou.words }]),
        ]} />
        {returns ? <><p>{t('expenses.return-question', { person: iou.personName, amount: formatFen(iou.amountFen) })}</p><TextField label={t('expenses.words')} name="words" value={words} onChange={setWords} maxLength={300} /></> : null}
      </div>
    </Dialog>
  )
}
