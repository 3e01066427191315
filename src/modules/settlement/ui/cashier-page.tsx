import { useTexts } from '../../../platform/web/language.tsx'
import { StatementBrowser } from './statement-browser.tsx'
import { settlementTexts } from './texts.ts'
import { TillBar } from './till-bar.tsx'

/** The till: who owes, what was taken today, and the closing of the day. */
export function CashierPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  return <StatementBrowser title={t('settlement.cashier')} at="/cashier" actions={<TillBar />} />
}
