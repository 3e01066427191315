import { useTexts } from '../../../platform/web/language.tsx'
import { StatementBrowser } from './statement-browser.tsx'
import { settlementTexts } from './texts.ts'

/** What insurers and makers were asked to pay: what is due, and what they refused. */
export function ClaimsPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  return <StatementBrowser title={t('settlement.claims')} at="/claims-due" claims />
}
