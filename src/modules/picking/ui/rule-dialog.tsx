import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepScanRule, seeScanRule } from '../contract.ts'
import { scanRules } from '../domain/scanning.ts'
import { pickingTexts } from './texts.ts'

type Rule = AnswerOf<typeof seeScanRule>

/** Whether parts must be scanned when they leave their shelf. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useOpening(seeScanRule, {})
  if (data !== undefined) return <RuleForm rule={data} onClose={onClose} />
  return <Dialog title={t('picking.rule')} size="small" onClose={onClose}><LoadBar busy={!isError} />{isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}</Dialog>
}

function RuleForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const moments = useMoments()
  const [scanning, setScanning] = useState(rule.scanning)
  const [reason, setReason] = useState('')
  const deed = useDeed(keepScanRule, () => { onClose(); toast({ text: t('picking.rule-kept') }) })
  const whyNot = scanning === rule.scanning ? t('picking.rule-same') : reason.trim() === '' ? t('picking.rule-reason-missing') : null
  return (
    <Dialog title={t('picking.rule')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { version: rule.version, scanning, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('picking.rule-save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('picking.rule-scanning')} name="scanning" hint={t('picking.rule-hint')} value={scanning} onChange={setScanning} choices={scanRules.map((value) => ({ value, text: t(`picking.rule.${value}`) }))} />
        <TextField label={t('picking.rule-reason')} name="reason" required value={reason} onChange={setReason} maxLength={300} />
        {rule.history.length === 0 ? null : (
          <Section title={t('picking.rule-history')}>
            <ul className="pick-plain">{rule.history.map((edition) => <li key={edition.edition}>{`${moments.full(edition.at)} ${edition.personName} · ${t(`picking.rule.${edition.scanning}`)} · ${edition.reason}`}</li>)}</ul>
          </Section>
        )}
      </div>
    </Dialog>
  )
}
