import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepClaimTerm, seeClaimTerms } from '../contract.ts'
import { settlementTexts } from './texts.ts'

/** Within how many days each payer of claims pays, as agreed with him. */
export function TermsDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const { data } = useOpening(seeClaimTerms, {})
  return (
    <Dialog title={t('settlement.terms')} size="small" onClose={onClose}>
      <div className="k-stack">
        <p className="k-quiet-text">{t('settlement.terms-hint')}</p>
        {data === undefined ? <LoadBar busy /> : data.rows.map((term) => <TermForm key={term.payer} term={term} />)}
      </div>
    </Dialog>
  )
}

function TermForm({ term }: { term: AnswerOf<typeof seeClaimTerms>['rows'][number] }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [days, setDays] = useState<number | null>(term.days)
  const deed = useDeed(keepClaimTerm, () => toast({ text: t('settlement.term-kept') }))
  const whyNot = days === null || days > 365 ? t('settlement.term-missing') : null
  const label = t('settlement.term-of', { payer: t(`settlement.payer.${term.payer}`) })
  return (
    <form className="settlement-term" aria-label={label} onSubmit={(event) => {
      event.preventDefault()
      if (days !== null && whyNot === null) deed.run({ params: { payer: term.payer }, body: { days, version: term.version } })
    }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <NumberField label={label} name={`term-${term.payer}`} required value={days} onChange={setDays} unit={t('settlement.term-unit')} />
      <Button submit busy={deed.busy} whyNot={whyNot}>{t('settlement.save')}</Button>
    </form>
  )
}
