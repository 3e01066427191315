import { useTexts } from '../../../platform/web/language.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { TotalsStrip } from '../../../ui-kit/totals-strip.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { totalsByPayer } from '../../repair-orders/domain/lines.ts'
import type { StatementRow } from '../contract.ts'
import { settlementTexts } from './texts.ts'

type SettleDialogProps = { readonly order: OrderView; readonly statements: readonly StatementRow[]; readonly allowanceFen: number; readonly busy: boolean; readonly error: string | null; readonly onSettle: () => void; readonly onClose: () => void }

/** What each payer will owe by his statement, before it is made: only two persons can take one back. Who has a statement that still stands keeps it. */
export function SettleDialog({ order, statements, allowanceFen, onSettle, ...dialog }: SettleDialogProps) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const standing = new Set(statements.filter(({ reversedAt, supplementOf }) => reversedAt === null && supplementOf === null).map(({ payer }) => payer))
  const totals = totalsByPayer(order.lines).filter(({ payer }) => !standing.has(payer)).map(({ payer, totalFen }) => {
    const less = payer === 'customer' ? allowanceFen : 0
    return { payer, text: t(`settlement.payer.${payer}`), fen: totalFen - less, ...(less === 0 ? {} : { note: t('settlement.allowance-taken-off') }) }
  })
  return (
    <ConfirmDialog title={t('settlement.settle-question', { number: order.number })} confirmText={t('settlement.settle')} kind="primary" onConfirm={onSettle} {...dialog}>
      <p>{t('settlement.statements-to-make', { count: totals.length })}</p>
      <TotalsStrip label={t('settlement.statements')} totals={totals} />
      {order.lines.some(({ priceRule }) => priceRule === 'cost') ? <p className="k-quiet-text">{t('settlement.at-cost')}</p> : null}
    </ConfirmDialog>
  )
}
