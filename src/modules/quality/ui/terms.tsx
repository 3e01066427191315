import { useState } from 'react'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listTerms, promiseTerm } from '../contract.ts'
import { whyNotPromise } from '../domain/guarantee.ts'
import { qualityPermissions } from '../permissions.ts'
import { qualityTexts } from './texts.ts'

type Kind = AnswerOf<typeof listTerms>['kinds'][number]

/** How long the store answers for each kind of repair: the law, and what it promises beyond. */
export function Terms() {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()
  const { data } = useReading(listTerms, {})
  const [raising, setRaising] = useState<Kind | null>(null)
  const period = ({ kilometres, days }: Kind['law']) => t('quality.period', { km: kilometres.toLocaleString('en-US'), days })
  if (data === undefined) return <LoadBar busy />
  return (
    <div className="k-stack">
      <p className="k-quiet-text">{t('quality.whichever')}</p>
      <ul className="quality-list">{data.kinds.map((kind) => (
        <li key={kind.repairKind} className="quality-card k-panel" aria-label={t(`quality.kind.${kind.repairKind}`)}>
          <div className="quality-head"><strong>{t(`quality.kind.${kind.repairKind}`)}</strong></div>
          <p className="quality-facts"><span className="k-quiet-text">{t('quality.law')} {period(kind.law)}</span><span>{t('quality.own')} <strong>{period(kind.now)}</strong></span></p>
          <div className="quality-deed">{may(qualityPermissions.promise) ? <Button onPress={() => setRaising(kind)}>{t('quality.promise')}</Button> : null}</div>
        </li>
      ))}</ul>
      <Section title={t('quality.promises')}>
        {data.promises.length === 0 ? <p className="k-quiet-text">{t('quality.none-promised')}</p> : null}
        <ul className="quality-list">{data.promises.map((promise) => (
          <li key={promise.id} className="quality-facts"><span>{t(`quality.kind.${promise.repairKind}`)}</span><strong>{period(promise)}</strong><span className="k-quiet-text">{t('quality.promised-line', { from: promise.validFrom, name: promise.personName })}</span></li>
        ))}</ul>
      </Section>
      {raising === null ? null : <PromiseDialog kind={raising} onClose={() => setRaising(null)} />}
    </div>
  )
}

function PromiseDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const toast = useToast()
  const { store } = useSession()
  const [today] = useState(() => localDay(new Date(), store.timeZone))
  const [kilometres, setKilometres] = useState<number | null>(kind.now.kilometres)
  const [days, setDays] = useState<number | null>(kind.now.days)
  const [validFrom, setFrom] = useState(today)
  const deed = useDeed(promiseTerm, () => { onClose(); toast({ text: t('quality.promised') }) })
  const wish = kilometres === null || days === null || kilometres < 1 || days < 1 || validFrom === '' ? null : { repairKind: kind.repairKind, validFrom, kilometres, days }
  const whyNot = wish === null ? t('quality.fill-in') : t.refusal(whyNotPromise(wish, today, [{ repairKind: kind.repairKind, validFrom: '0001-01-01', ...kind.law }]))
  return (
    <Dialog title={t('quality.promise-title')} size="small" onClose={onClose} onSubmit={() => { if (wish !== null && whyNot === null) deed.run({ body: wish }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('quality.promise')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t(`quality.kind.${kind.repairKind}`)}</p>
        <NumberField label={t('quality.kilometres')} name="kilometres" unit="km" value={kilometres} onChange={setKilometres} required />
        <NumberField label={t('quality.days')} name="days" unit={t('quality.day-unit')} value={days} onChange={setDays} required />
        <DateTimeField kind="date" label={t('quality.valid-from')} name="valid-from" value={validFrom} onChange={setFrom} required />
        {whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
