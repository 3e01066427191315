import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { removeLine, settleLine, takeUp, type StatementLine, type StatementView } from '../contract.ts'
import { outcomesOf, whyNotSettle, whyNotTakeUp, type Outcome } from '../domain/statement.ts'
import { supplierTexts } from './texts.ts'

type Props = { statement: StatementView; line: StatementLine; onClose: () => void }

/** One line: told to the supplier, settled by whose figures, or taken off where it was entered wrong. */
export function LineDialog({ statement, line, onClose }: Props) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const [words, setWords] = useState(line.words)
  const [outcome, setOutcome] = useState<Outcome>(line.outcome ?? 'ours')
  const then = (text: string) => () => { onClose(); toast({ text }) }
  const [settle, take, remove] = [useDeed(settleLine, then(t('suppliers.settled'))), useDeed(takeUp, then(t('suppliers.taken-up'))), useDeed(removeLine, then(t('suppliers.removed')))]
  const params = { statementId: statement.id, lineId: line.id }
  const facts = { status: statement.status, kind: line.kind, words }
  const whyNot = t.refusal(whyNotSettle({ ...facts, outcome }))
  const equal = line.kind === 'equal'
  const error = settle.error ?? take.error ?? remove.error
  return (
    <Dialog title={t(equal ? 'suppliers.line-equal' : 'suppliers.line', { part: line.partNumber })} size="small" onClose={onClose} onSubmit={() => { if (!equal && whyNot === null) settle.run({ params, body: { version: statement.version, words, outcome } }) }}
      footer={equal ? null : (
        <>
          <Button busy={take.busy} whyNot={t.refusal(whyNotTakeUp(facts))} onPress={() => take.run({ params, body: { version: statement.version, words } })}>{t('suppliers.take-up')}</Button>
          <Button kind="primary" submit busy={settle.busy} whyNot={whyNot}>{t('suppliers.settle')}</Button>
        </>
      )}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <Facts facts={[
          { id: 'theirs', label: t('suppliers.theirs'), value: line.theirThousandths === null ? '–' : <><Money fen={line.theirFen} strong /> · <Quantity thousandths={line.theirThousandths} /> · {line.document}</> },
          { id: 'ours', label: t('suppliers.ours'), value: line.ourThousandths === null ? '–' : <><Money fen={line.ourFen} strong /> · <Quantity thousandths={line.ourThousandths} /> · {line.ourDocument} {line.receiptNumber}</> },
        ]} />
        {equal ? null : (
          <>
            <ChoiceField label={t('suppliers.outcome')} value={outcome} onChange={setOutcome} wide choices={outcomesOf(line.kind).map((value) => ({ value, text: t(`suppliers.outcome.${value}`) }))} />
            <TextAreaField label={t('suppliers.words')} name="words" required autoFocus value={words} onChange={setWords} maxLength={300} hint={t('suppliers.words-hint')} />
          </>
        )}
        {line.theirFen === null ? null : <div><Button kind="quiet" busy={remove.busy} onPress={() => remove.run({ params, body: { version: statement.version } })}>{t('suppliers.remove')}</Button></div>}
      </div>
    </Dialog>
  )
}
