import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepRule, seeRule } from '../contract.ts'
import { accountShape, usualAccount, whyNotKeep, type Kind } from '../domain/rule.ts'
import { expenseTexts } from './texts.ts'

type Rule = AnswerOf<typeof seeRule>

/** The store's kinds of expense, and how many open IOUs a person may have. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useOpening(seeRule, {})
  if (data !== undefined) return <RuleForm rule={data} onClose={onClose} />
  return <Dialog title={t('expenses.rule')} onClose={onClose}><LoadBar busy={!isError} />{isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}</Dialog>
}

/** A code of its own for a new kind: letters and digits, never one that is taken. */
const newCode = (): string => `k-${crypto.randomUUID().slice(0, 8)}`

function RuleForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const moments = useMoments()
  const [mostOpen, setMost] = useState<number | null>(rule.mostOpen)
  const [kinds, setKinds] = useState<readonly Kind[]>(rule.kinds)
  const [reason, setReason] = useState('')
  const deed = useDeed(keepRule, () => { onClose(); toast({ text: t('expenses.rule-kept') }) })
  const put = (code: string, change: Partial<Kind>) => setKinds(kinds.map((kind) => (kind.code === code ? { ...kind, ...change } : kind)))
  const left = mostOpen === null || mostOpen < 1 || mostOpen > 20 || kinds.some(({ zh, en, account }) => zh.trim() === '' || en.trim() === '' || !accountShape.test(account))
  const whyNot = left ? t('expenses.fill-in') : reason.trim() === '' ? t('expenses.reason-missing') : t.refusal(whyNotKeep(rule.kinds, kinds))
  return (
    <Dialog title={t('expenses.rule')} onClose={onClose} onSubmit={() => { if (whyNot === null && mostOpen !== null) deed.run({ body: { version: rule.version, mostOpen, kinds: [...kinds], reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('expenses.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <NumberField label={t('expenses.rule-most')} name="most" required value={mostOpen} onChange={setMost} />
        <ul className="ex-kinds">
          {kinds.map((kind) => (
            <li key={kind.code} className="ex-fields">
              <TextField label={t('expenses.rule-zh')} value={kind.zh} onChange={(zh) => put(kind.code, { zh })} maxLength={30} />
              <TextField label={t('expenses.rule-en')} value={kind.en} onChange={(en) => put(kind.code, { en })} maxLength={40} />
              <TextField label={t('expenses.rule-account')} hint={accountShape.test(kind.account) ? undefined : t('expenses.rule-account-hint')} value={kind.account} onChange={(account) => put(kind.code, { account: account.trim() })} maxLength={10} />
              <CheckField label={t('expenses.rule-active')} checked={kind.active} onChange={(active) => put(kind.code, { active })} />
              <CheckField label={t('expenses.rule-receipt')} checked={kind.receipt} onChange={(receipt) => put(kind.code, { receipt })} />
            </li>
          ))}
        </ul>
        <Button kind="quiet" onPress={() => setKinds([...kinds, { code: newCode(), zh: '', en: '', active: true, account: usualAccount, receipt: true }])}>{t('expenses.rule-add')}</Button>
        <TextField label={t('expenses.reason')} name="reason" required value={reason} onChange={setReason} maxLength={300} />
        {rule.history.length === 0 ? null : (
          <Section title={t('expenses.rule-history')}><ul className="ex-kinds">{rule.history.map((edition) => <li key={edition.edition}>{`${moments.full(edition.at)} ${edition.personName} · ${t('expenses.rule-most')} ${String(edition.mostOpen)} · ${edition.reason}`}</li>)}</ul></Section>
        )}
      </div>
    </Dialog>
  )
}
