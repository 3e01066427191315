import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { ReceiptLine } from '../contract.ts'
import { bookedOf, faultsOf } from '../domain/receipt.ts'
import { receivingTexts } from './texts.ts'

type Props = { line: ReceiptLine; scanned: boolean; bin: string | null; posted: boolean; onCount: (() => void) | null }

/** What the note says, what lay there, and what that becomes. */
export function CountedLine({ line, scanned, bin, posted, onCount }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const english = useLanguage() === 'en'
  const { count, open, unit } = line
  const amount = (thousandths: number) => `${formatThousandths(thousandths)} ${t.unit(unit)}`
  return (
    <li className="rc-card k-panel" data-scanned={scanned ? '' : undefined} aria-label={line.partNumber}>
      <div className="k-row"><strong>{english ? line.nameEn : line.nameZh}</strong><span className="k-quiet-text">{line.partNumber}</span>{line.forCar ? <StatusTag tone="info" text={t('receiving.for-car')} /> : null}</div>
      {count === null ? <p>{t('receiving.ordered-open', { count: amount(open) })}</p> : (
        <>
          <p>{t('receiving.counted-line', { noted: formatThousandths(count.noted), counted: amount(count.counted) })} · {t('receiving.goes-in', { count: formatThousandths(posted ? count.booked : bookedOf(count, open)), bin: bin ?? t('receiving.no-bin') })}</p>
          {posted ? null : <div className="k-row">{faultsOf(count, open).map(({ kind, thousandths }) => <StatusTag key={kind} tone="danger" text={`${t(`receiving.fault.${kind}`)} ${formatThousandths(thousandths)}`} />)}</div>}
          {count.words === '' ? null : <p className="k-quiet-text">{count.words}</p>}
        </>
      )}
      {onCount === null ? null : <div className="k-row"><Button size="phone" onPress={onCount}>{t(count === null ? 'receiving.count' : 'receiving.recount')}</Button></div>}
    </li>
  )
}
