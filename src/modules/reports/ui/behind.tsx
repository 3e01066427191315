import { Link } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Money, Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Way } from '../../settlement/domain/till.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listBehind, type BehindRow } from '../contract.ts'
import { behindOf, type BehindCode, type BehindList } from '../domain/figures.ts'
import type { Period, Work } from '../domain/period.ts'
import { showValue } from '../domain/show.ts'
import { reportTexts } from './texts.ts'

export type BehindWish = Period & { readonly figure: BehindCode; readonly advisor?: string | undefined; readonly team?: string | undefined; readonly work?: Work | undefined; readonly payer?: Payer; readonly way?: Way }

const withMoney: ReadonlySet<BehindList> = new Set(['statements', 'allowances', 'receipts'])
const withTime: ReadonlySet<BehindList> = new Set(['deliveries', 'jobs', 'attendance', 'bays'])
const judged: ReadonlySet<BehindCode> = new Set(['on-time', 'same-day', 'appointed', 'appointed-on-time', 'appointments-kept', 'efficiency', 'internal-returns', 'satisfaction', 'complaints-in-time'])

/** The orders and records that a number was counted from, each leading to its order. */
export function Behind({ wish }: { wish: BehindWish }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const w = useTexts(webZh, webEn)
  const language = useLanguage()
  const moments = useMoments()
  const { rows, state, more } = usePages(listBehind, { ...wish, limit: 40 })
  const list = behindOf(wish.figure)
  const columns: Column<BehindRow>[] = [
    { id: 'record', header: t(`reports.list.${list}`), width: 190, cell: ({ orderId, number }) => (orderId === null ? number : <Link to={`/repair-orders/${orderId}`}>{number}</Link>) },
    { id: 'plate', header: t('reports.column.plate'), width: 110, cell: ({ plate }) => (plate === '' ? '' : <Plate text={showPlate(plate)} />) },
    { id: 'when', header: t('reports.column.when'), width: 110, cell: ({ at }) => moments.full(at) },
    { id: 'person', header: t('reports.column.person'), width: 90, cell: ({ personName }) => personName },
    ...(withMoney.has(list) ? [{ id: 'amount', header: t('reports.column.amount'), align: 'end' as const, width: 120, cell: ({ amountFen, met }: BehindRow) => <>{met === false ? <StatusTag tone="warn" text={t('reports.reversed')} /> : null} <Money fen={amountFen} /></> }] : []),
    ...(withTime.has(list) ? [{ id: 'minutes', header: t('reports.column.minutes'), align: 'end' as const, width: 80, cell: ({ minutes }: BehindRow) => showValue('minutes', minutes) }] : []),
    ...(judged.has(wish.figure) ? [{ id: 'met', header: t('reports.column.met'), width: 100, cell: ({ met }: BehindRow) => (met === null ? '' : <StatusTag tone={met ? 'active' : 'warn'} text={t(met ? 'reports.met' : 'reports.not-met')} />) }] : []),
    { id: 'note', header: t('reports.column.note'), cell: ({ note, noteEn }) => (language === 'en' ? noteEn ?? note : note) },
  ]
  return (
    <DataTable label={t(`reports.list.${list}`)} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={760}
      empty={<EmptyState>{t('reports.none')}</EmptyState>} footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
  )
}
