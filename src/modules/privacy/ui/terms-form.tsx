import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSeenVersion } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { changeTerms, seeTerms } from '../contract.ts'
import { leastYears, mostYears } from '../domain/terms.ts'
import { privacyPermissions } from '../permissions.ts'
import { privacyTexts } from './texts.ts'

export function TermsForm() {
  const { data } = useReading(seeTerms, {})
  return data === undefined ? <LoadBar busy /> : <Form terms={data} />
}

function Form({ terms }: { terms: AnswerOf<typeof seeTerms> }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const toast = useToast()
  const may = useMay()(privacyPermissions.maintain)
  const [invoice, setInvoice] = useState<number | null>(terms.invoiceYears)
  const [repair, setRepair] = useState<number | null>(terms.repairYears)
  const [quiet, setQuiet] = useState<number | null>(terms.quietYears)
  const deed = useDeed(changeTerms, () => toast({ text: t('privacy.saved') }))
  const seen = useSeenVersion(terms.version, deed)
  const within = (years: number | null, least: number): years is number => years !== null && years >= least && years <= mostYears
  const sound = within(invoice, leastYears.invoiceYears) && within(repair, leastYears.repairYears) && within(quiet, leastYears.quietYears)
  const save = () => { if (sound) deed.run({ body: { version: seen, invoiceYears: invoice, repairYears: repair, quietYears: quiet } }) }
  return (
    <form className="privacy-terms k-stack" onSubmit={(event) => { event.preventDefault(); save() }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <NumberField label={t('privacy.invoice-years')} hint={t('privacy.invoice-years-hint')} name="invoice-years" value={invoice} onChange={setInvoice} disabled={!may} />
      <NumberField label={t('privacy.repair-years')} hint={t('privacy.repair-years-hint')} name="repair-years" value={repair} onChange={setRepair} disabled={!may} />
      <NumberField label={t('privacy.quiet-years')} hint={t('privacy.quiet-years-hint')} name="quiet-years" value={quiet} onChange={setQuiet} disabled={!may} />
      {may ? <div><Button kind="primary" submit busy={deed.busy} whyNot={sound ? null : t('privacy.years-wrong')}>{t('privacy.save')}</Button></div> : null}
    </form>
  )
}
