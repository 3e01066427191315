import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { privacyPermissions } from '../permissions.ts'
import { privacyTexts } from './texts.ts'

/** On the customer's page: the way to who saw his data, its export and deletion. */
export function CustomerPrivacy({ customerId }: { customerId: string }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const navigate = useNavigate()
  if (!useMay()(privacyPermissions.see)) return null
  return (
    <Section title={t('privacy.title')}>
      <div><Button onPress={() => { void navigate({ to: `/personal-data/${customerId}` }) }}>{t('privacy.open')}</Button></div>
    </Section>
  )
}
