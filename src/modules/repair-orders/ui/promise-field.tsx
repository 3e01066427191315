import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import type { Trade } from '../../catalogue/domain/kinds.ts'
import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { seeAddedOutlook, seeOutlook, type OrderView, type OutlookView } from '../contract.ts'
import { repairOrderTexts } from './texts.ts'

export type PromiseWish = { readonly typed: string | null; readonly earlyReason: string }

/** What is promised, and how it stands to the earliest finish of the shop; nothing typed means the proposal. */
export function usePromise(orderId: string, wash: boolean, wish: PromiseWish) {
  return usePromised(useReading(seeOutlook, { params: { orderId }, query: { wash: wash ? 'yes' : 'no' } }), wish, null)
}

/** The same for a car in the shop with its added work, all that is priced where none is named: what was promised stands where it can. */
export function useLaterPromise({ id: orderId, promisedAt }: Pick<OrderView, 'id' | 'promisedAt'>, addedWorkId: string | null, wish: PromiseWish) {
  return usePromised(useReading(seeAddedOutlook, { params: { orderId }, query: addedWorkId === null ? {} : { addedWorkId } }), wish, promisedAt)
}

type Looked = ReturnType<typeof useReading<typeof seeOutlook>>

function usePromised(outlook: Looked, { typed, earlyReason }: PromiseWish, standing: string | null) {
  const { store } = useSession()
  const earliest = outlook.data?.earliest ?? null
  const proposed = [earliest, standing].flatMap((time) => (time === null ? [] : [Date.parse(time)]))
  const shown = typed ?? (outlook.data === undefined || proposed.length === 0 ? '' : wallTime(new Date(Math.max(...proposed)), store.timeZone))
  const promisedAt = fromWallTime(shown, store.timeZone)?.getTime() ?? 0
  return { outlook, earliest, shown, promisedAt, earlyReason, early: earliest !== null && promisedAt < Date.parse(earliest) }
}

/** The promised time with the earliest finish, why it is not sooner, and the reason where it is promised earlier all the same (SAD-1.5). */
export function PromiseField({ promise, onChange, explains = true }: { promise: ReturnType<typeof usePromise>; /** An earlier time can be explained here. */ explains?: boolean; onChange: (change: Partial<PromiseWish>) => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const { outlook, earliest, shown, early, earlyReason } = promise
  return (
    <div className="k-form-whole k-stack promise">
      <DateTimeField kind="datetime" label={t('repair-orders.promised')} name="promised" value={shown} onChange={(typed) => onChange({ typed })} required />
      {outlook.isError ? <LoadError state={{ error: sentence(outlook.error), onRetry: () => { void outlook.refetch() } }} /> : null}
      {outlook.data === undefined && !outlook.isError ? <Skeleton kind="list" lines={3} /> : null}
      {outlook.data === undefined ? null : (
        <Notice tone={earliest === null || outlook.data.open ? 'warn' : 'info'} title={earliest === null ? t('repair-orders.outlook-none') : `${t('repair-orders.earliest')} ${moments.full(earliest)}`}
          action={early ? <Button size="desk" onPress={() => onChange({ typed: null, earlyReason: '' })}>{t('repair-orders.take-earliest')}</Button> : undefined}>
          {outlook.data.open ? <p>{t('repair-orders.outlook-open')}</p> : null}
          <ReasonList reasons={outlook.data.reasons} />
        </Notice>
      )}
      {early && explains ? <TextField label={t('repair-orders.early-reason')} name="early-reason" value={earlyReason} onChange={(words) => onChange({ earlyReason: words })} maxLength={300} hint={t('repair-orders.early-hint')} required /> : null}
    </div>
  )
}

/** Why it is not sooner. */
export function ReasonList({ reasons }: { reasons: OutlookView['reasons'] }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const trades = useTexts(catalogueZh, catalogueEn)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const trade = (name: string) => trades(`catalogue.trade.${name as Trade}`)
  const words = (reason: OutlookView['reasons'][number]): string => {
    switch (reason.kind) {
      case 'part': {
        const name = `${english ? reason.nameEn : reason.nameZh} ${reason.code}`
        return reason.day === null ? t('repair-orders.why.part-open', { name }) : t(reason.usual ? 'repair-orders.why.part-usual' : 'repair-orders.why.part', { name, day: reason.day })
      }
      case 'own': return t('repair-orders.why.own', { until: moments.full(reason.until) })
      case 'queue': return t('repair-orders.why.queue', { trade: trade(reason.trade), hours: reason.minutes / 60 })
      case 'work': return t('repair-orders.why.work', { trade: trade(reason.trade), hours: reason.minutes / 60, from: moments.full(reason.from), until: moments.full(reason.until) })
      case 'bay': return t('repair-orders.why.bay', { bay: reason.bay, from: moments.full(reason.from) })
      case 'technician': return t('repair-orders.why.technician', { name: reason.name, from: moments.full(reason.from) })
      case 'nobody': return t('repair-orders.why.nobody', { trade: trade(reason.trade) })
      case 'closing': return t('repair-orders.why.closing', { inspection: reason.inspectionMinutes, wash: reason.washMinutes })
    }
  }
  return <ul className="promise-why" aria-label={t('repair-orders.why-then')}>{reasons.map((reason, index) => <li key={`${reason.kind} ${String(index)}`}>{words(reason)}</li>)}</ul>
}
