import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed, usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { drawIou, iouGroups, listIous, listPeople, returnIou, type Iou } from '../contract.ts'
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
  const moments = useMoments()
  const kinds = useKinds()
  const [group, setGroup] = useState<(typeof iouGroups)[number]>('open')
  const [asked, setAsked] = useState<Iou | 'draw' | null>(null)
  const { rows, state, more } = usePages(listIous, { group, limit: pageSize })
  const title = t('expenses.ious')
  const columns: Column<Iou>[] = [
    { id: 'number', header: t('expenses.number'), width: 190, cell: (row) => <span className="ex-cell">{row.number}<span><StatusTag tone={iouTones[row.status]} text={t(`expenses.iou-status.${row.status}`)} /></span></span> },
    { id: 'person', header: t('expenses.borrower'), width: 120, cell: ({ personName }) => personName },
    { id: 'purpose', header: t('expenses.purpose'), cell: (row) => <span className="ex-cell">{row.purpose}<span className="k-quiet-text">{kinds.nameOf(row.kind)}{row.words === '' || row.status === 'settled' ? '' : ` · ${row.words}`}</span></span> },
    { id: 'drawn', header: t('expenses.drawn'), width: 170, cell: (row) => <span className="ex-cell">{moments.full(row.drawnAt)}<span className="k-quiet-text">{row.drawnByName}</span></span> },
    { id: 'claim', header: t('expenses.used-by'), width: 190, cell: (row) => (row.claimId === null ? null : <Link to={`/expenses/${row.claimId}`}>{row.usedBy}</Link>) },
    { id: 'amount', header: t('expenses.amount'), align: 'end', width: 110, cell: ({ amountFen }) => <Money fen={amountFen} strong /> },
    ...(pays ? [{ id: 'deed', header: '', headerLabel: t('expenses.return'), width: 130, cell: (row: Iou) => (row.status === 'open' && row.claimId === null ? <Button onPress={() => setAsked(row)}>{t('expenses.return')}</Button> : null) }] : []),
  ]
  return (
    <PageFrame title={title} fill actions={pays ? <Button kind="primary" onPress={() => setAsked('draw')}>{t('expenses.draw')}</Button> : null}>
      <div className="k-stack">
        <ChoiceField label={title} hideLabel value={group} onChange={setGroup} choices={iouGroups.map((value) => ({ value, text: t(`expenses.iou-group.${value}`) }))} />
        <DataTable label={title} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={960} empty={<EmptyState>{t(`expenses.ious-none.${group}`)}</EmptyState>}
          footer={more === null ? null : <Button kind="quiet" onPress={more}>{t('expenses.load-more', { count: pageSize })}</Button>} />
      </div>
      {asked === 'draw' ? <DrawDialog onClose={() => setAsked(null)} /> : asked === null ? null : <ReturnDialog iou={asked} onClose={() => setAsked(null)} />}
    </PageFrame>
  )
}

function DrawDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const kinds = useKinds()
  const people = useReading(listPeople, {}).data?.rows ?? []
  const [{ personId, kind, amountFen, purpose }, set] = useWish<{ personId: string; kind: string; amountFen: number | null; purpose: string }>({ personId: '', kind: '', amountFen: null, purpose: '' })
  const deed = useDeed(drawIou, ({ number }) => { onClose(); toast({ text: t('expenses.drawn-done', { number }) }) })
  const left = personId === '' || kind === '' || amountFen === null || amountFen <= 0 || purpose.trim() === ''
  return (
    <Dialog title={t('expenses.draw')} size="small" onClose={onClose} onSubmit={() => { if (!left) deed.run({ body: { personId, kind, amountFen, purpose } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? t('expenses.fill-in') : null}>{t('expenses.draw')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('expenses.borrower')} name="person" required value={personId} onChange={set('personId')} choices={[{ value: '', text: '—' }, ...people.map(({ id, name }) => ({ value: id, text: name }))]} />
        <SelectField label={t('expenses.kind')} name="kind" required value={kind} onChange={set('kind')} choices={[{ value: '', text: '—' }, ...kinds.choices]} />
        <MoneyField label={t('expenses.amount')} name="amount" required value={amountFen} onChange={set('amountFen')} />
        <TextField label={t('expenses.purpose')} name="purpose" required value={purpose} onChange={set('purpose')} maxLength={300} />
      </div>
    </Dialog>
  )
}

function ReturnDialog({ iou, onClose }: { iou: Iou; onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const [words, setWords] = useState('')
  const deed = useDeed(returnIou, () => { onClose(); toast({ text: t('expenses.returned') }) })
  return (
    <Dialog title={t('expenses.return')} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { iouId: iou.id }, body: { version: iou.version, words } })}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('expenses.return')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('expenses.return-question', { person: iou.personName, amount: formatFen(iou.amountFen) })}</p>
        <TextField label={t('expenses.words')} name="words" value={words} onChange={setWords} maxLength={300} />
      </div>
    </Dialog>
  )
}
