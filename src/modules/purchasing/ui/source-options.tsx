import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { formatFen, formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { SourceAdvice, SourceOption } from '../contract.ts'
import { optionName } from '../domain/option-name.ts'
import { purchasingTexts } from './texts.ts'

export function useOptionName(): (option: SourceOption) => string {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const english = useLanguage() === 'en'
  return (option) => optionName(option, english, (source) => t(`purchasing.source.${source}`))
}

type Props = { options: readonly SourceAdvice[]; today: string; /** For the shelf: no car, no sale. */ forShelf: boolean; chosen: string | null; onChoose: (option: SourceAdvice) => void }

/** All of them side by side, the earliest first; a row chooses. On a phone they are cards. */
export function SourceOptions({ options, today, forShelf, chosen, onChoose }: Props) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const nameOf = useOptionName()
  const cost = (fen: number | null) => (fen === null ? <span className="k-quiet-text">{t('purchasing.cost-unknown')}</span> : formatFen(fen))
  const needs = ({ source, code, free, supplier, needsJob, deposit, fits }: SourceAdvice): string => {
    if (free !== null) return t(fits ? 'purchasing.needs-transfer' : 'purchasing.needs-transfer-less', { free: formatThousandths(free) })
    if (code === null) return t(source === 'transfer' ? 'purchasing.needs-nowhere' : 'purchasing.needs-kind')
    if (deposit !== null) return t('purchasing.needs-deposit', { percent: deposit.percent, needed: formatFen(deposit.neededFen), held: formatFen(deposit.heldFen) })
    if (needsJob) return t(forShelf ? 'purchasing.needs-job-shelf' : 'purchasing.needs-job')
    return source === 'outside' && supplier === '' ? t('purchasing.needs-supplier') : ''
  }
  return (
    <DataTable label={t('purchasing.source')} rows={options} rowKey={({ key }) => key} selectedKey={chosen} onOpen={onChoose} minimumWidth={680} columns={[
      { id: 'name', header: t('purchasing.advice-column'), cell: (option) => <span className="source-option">{nameOf(option)}{option.advised ? <StatusTag tone="active" text={t('purchasing.advice-best')} /> : null}</span> },
      { id: 'eta', header: t('purchasing.advice-arrives'), width: 118, cell: ({ eta, orderOn }) => <span className="source-day">{eta}{orderOn > today ? <span className="k-quiet-text">{t('purchasing.advice-order-day', { day: orderOn })}</span> : null}</span> },
      { id: 'unit', header: t('purchasing.advice-unit'), width: 96, align: 'end', cell: ({ unitCostFen }) => cost(unitCostFen) },
      { id: 'total', header: t('purchasing.advice-total'), width: 96, align: 'end', cell: ({ totalFen }) => cost(totalFen) },
      { id: 'needs', header: t('purchasing.advice-needs'), width: 190, cell: (option) => <span className="source-needs">{needs(option)}</span> },
    ]} />
  )
}
