import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addException, endException, keepDeadRule, seeDeadRule } from '../contract.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { PartField, type PickedPart } from './part-field.tsx'
import { stockHealthTexts } from './texts.ts'

type Rule = AnswerOf<typeof seeDeadRule>

/** The rule of dead stock with its history, and the parts that lie still on purpose. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useOpening(seeDeadRule, {})
  if (data !== undefined) return <RuleForm rule={data} onClose={onClose} />
  return <Dialog title={t('stock-health.rule')} onClose={onClose}><LoadBar busy={!isError} />{isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}</Dialog>
}

function RuleForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const may = useMay()
  const toast = useToast()
  const [{ months, minimumFen, reason }, set] = useWish<{ months: number | null; minimumFen: number | null; reason: string }>({ months: rule.months, minimumFen: rule.minimumFen, reason: '' })
  const deed = useDeed(keepDeadRule, () => { set('reason')(''); toast({ text: t('stock-health.rule-kept') }) })
  const keeps = may(stockHealthPermissions.keepRule)
  const whyNot = months === null || minimumFen === null ? t('stock-health.fill-numbers') : reason.trim() === '' ? t('stock-health.reason-missing') : null
  return (
    <Dialog title={t('stock-health.rule')} onClose={onClose} onSubmit={() => { if (whyNot === null && keeps) deed.run({ body: { months: months ?? 1, minimumFen: minimumFen ?? 0, reason, version: rule.version } }) }}
      footer={keeps ? <Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('stock-health.save')}</Button> : undefined}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="sh-line-fields">
          <NumberField label={t('stock-health.rule-months')} name="months" value={months} onChange={set('months')} />
          <MoneyField label={t('stock-health.rule-minimum')} name="minimum" value={minimumFen} onChange={set('minimumFen')} />
        </div>
        {keeps ? <TextField label={t('stock-health.rule-reason')} name="reason" value={reason} onChange={set('reason')} maxLength={300} required /> : null}
        <History rule={rule} />
        <Exceptions rule={rule} keeps={keeps} />
      </div>
    </Dialog>
  )
}

function History({ rule }: { rule: Rule }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const moments = useMoments()
  return (
    <Section title={t('stock-health.rule-history')}>
      {rule.history.length === 0 ? <p className="k-quiet-text">{t('stock-health.rule-preset')}</p> : (
        <ul className="sh-list">{rule.history.map((one) => (
          <li key={one.edition}><span>{t('stock-health.rule-is', { months: one.months, value: formatFen(one.minimumFen) })}</span><span className="k-quiet-text">{one.personName} {moments.full(one.at)} · {one.reason}</span></li>
        ))}</ul>
      )}
    </Section>
  )
}

function Exceptions({ rule, keeps }: { rule: Rule; keeps: boolean }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const toast = useToast()
  const [part, setPart] = useState<PickedPart | null>(null)
  const add = useDeed(addException, () => { setPart(null); toast({ text: t('stock-health.excepted') }) })
  const end = useDeed(endException, () => toast({ text: t('stock-health.exception-over') }))
  return (
    <Section title={t('stock-health.exceptions')}>
      {end.error === null ? null : <Notice tone="danger">{end.error}</Notice>}
      {rule.exceptions.length === 0 ? <p className="k-quiet-text">{t('stock-health.no-exceptions')}</p> : (
        <ul className="sh-list">{rule.exceptions.map((one) => (
          <li key={one.id}><strong>{one.number}</strong><span>{one.reason}</span><span className="k-quiet-text">{one.personName}</span>{keeps ? <Button kind="quiet" onPress={() => end.run({ params: { exceptionId: one.id }, body: {} })}>{t('stock-health.end-exception')}</Button> : null}</li>
        ))}</ul>
      )}
      {keeps ? <PartField onPick={setPart} /> : null}
      {part === null ? null : (
        <ConfirmDialog title={t('stock-health.except')} confirmText={t('stock-health.except')} kind="primary" busy={add.busy} error={add.error} reason={{ label: t('stock-health.reason'), missing: t('stock-health.reason-missing') }}
          onConfirm={(reason) => add.run({ body: { partId: part.partId, reason } })} onClose={() => setPart(null)}>{t('stock-health.except-question', { part: part.number })}</ConfirmDialog>
      )}
    </Section>
  )
}
