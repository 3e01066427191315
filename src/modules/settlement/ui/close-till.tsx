import { useState } from 'react'
import { sumOf } from '../../../kernel/money.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { closeTill, seeClosing, type ClosingView } from '../contract.ts'
import { channels, type Channel } from '../domain/fee.ts'
import { differsFrom, whyNotCloseTill } from '../domain/till.ts'
import { settlementTexts } from './texts.ts'

/** The drawer is counted and each channel's statement compared; what differs needs its reason. */
export function CloseTill({ day, onClose }: { day: string; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useReading(seeClosing, { params: { day } })
  if (data !== undefined) return <CloseForm till={data} onClose={onClose} />
  return <Dialog title={t('settlement.close-till')} size="small" onClose={onClose}><LoadBar busy={!isError} />{isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}</Dialog>
}

const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${formatFen(fen)}`

function CloseForm({ till, onClose }: { till: ClosingView; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [countedFen, setCounted] = useState<number | null>(null)
  const [stated, setStated] = useState<Partial<Record<Channel, number | null>>>({})
  const [reason, setReason] = useState('')
  const deed = useDeed(closeTill, () => { toast({ text: t('settlement.till-day-closed') }); onClose() })
  const expectedFen = till.expectedFen ?? 0
  const moved = channels.flatMap((way) => { const sum = till.ways.find((one) => one.way === way); return sum === undefined ? [] : [{ way, takenFen: sum.amountFen, feeFen: sum.feeFen, statedFen: stated[way] ?? null }] })
  const off = moved.filter((way) => differsFrom(way) !== 0)
  const cashOff = countedFen === null ? 0 : countedFen - expectedFen
  const whyNot = countedFen === null ? t('settlement.amount-missing')
    : t.refusal(whyNotCloseTill({ openedAt: new Date(till.openedAt), closedAt: till.closedAt === null ? null : new Date(till.closedAt) }, { expectedFen, countedFen, ways: moved, reason }))
  const close = () => {
    if (countedFen !== null && whyNot === null) deed.run({ body: { day: till.day, countedFen, stated: moved.flatMap(({ way, statedFen }) => (statedFen === null ? [] : [{ way, statedFen }])), reason } })
  }
  return (
    <Dialog title={t('settlement.close-till')} size="small" onClose={onClose} onSubmit={close} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.close-till')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Facts facts={[
          { id: 'day', label: t('settlement.till-date'), value: till.day }, { id: 'float', label: t('settlement.float'), value: <Money fen={till.floatFen} /> },
          { id: 'expected', label: t('settlement.expected-cash'), value: <Money fen={expectedFen} strong /> },
          ...(till.outside.length === 0 ? [] : [{ id: 'outside', label: t('settlement.outside'), value: <Money fen={sumOf(till.outside.map(({ owedFen }) => owedFen))} /> }]),
        ]} />
        <MoneyField label={t('settlement.counted')} name="counted" value={countedFen} onChange={setCounted} required hint={cashOff === 0 ? undefined : `${t('settlement.difference')} ${signed(cashOff)}`} />
        {moved.map((way) => (
          <MoneyField key={way.way} label={t('settlement.stated-of', { way: t(`settlement.way.${way.way}`) })} name={`stated-${way.way}`} value={way.statedFen} onChange={(fen) => setStated({ ...stated, [way.way]: fen })} required negative
            hint={t('settlement.stated-hint', { taken: formatFen(way.takenFen), fee: formatFen(way.feeFen) }) + (differsFrom(way) === 0 ? '' : ` · ${t('settlement.difference')} ${signed(differsFrom(way))}`)} />
        ))}
        {cashOff !== 0 || off.length > 0 ? <TextField label={t('settlement.difference-reason')} name="difference-reason" value={reason} onChange={setReason} required maxLength={300} /> : null}
        <p className="k-quiet-text">{t('settlement.close-till-hint', { day: till.day })}</p>
      </div>
    </Dialog>
  )
}
