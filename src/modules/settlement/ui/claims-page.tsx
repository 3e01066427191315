import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { settlementPermissions } from '../permissions.ts'
import { StatementBrowser } from './statement-browser.tsx'
import { TermsDialog } from './terms-dialog.tsx'
import { settlementTexts } from './texts.ts'

/** What insurers and makers were asked to pay: what is due, and what they refused. */
export function ClaimsPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const maySet = useMay()(settlementPermissions.setTerms)
  const [setting, setSetting] = useState(false)
  return (
    <>
      <StatementBrowser title={t('settlement.claims')} at="/claims-due" claims actions={maySet ? <Button onPress={() => setSetting(true)}>{t('settlement.terms')}</Button> : undefined} />
      {setting ? <TermsDialog onClose={() => setSetting(false)} /> : null}
    </>
  )
}
