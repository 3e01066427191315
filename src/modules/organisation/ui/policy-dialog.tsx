import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Field } from '../../../ui-kit/field.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setPolicy, type seePolicy } from '../contract.ts'
import { policyProfiles } from '../domain/password-policy.ts'
import { PositionChecks } from './position-fields.tsx'
import { organisationTexts } from './texts.ts'

type Numbers = 'passwordLength' | 'passwordKinds' | 'passwordDays' | 'passwordHistory' | 'tabletIdleMinutes'
type Wish = Record<Numbers, number | null> & { secondFactorPositions: readonly string[] }

export function PolicyDialog({ policy, onClose }: { policy: AnswerOf<typeof seePolicy>; onClose: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState<Wish>(policy)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(setPolicy, () => { toast({ text: t('organisation.saved') }); onClose() })
  const submit = () => {
    setTried(true)
    const { passwordLength, passwordKinds, passwordDays, passwordHistory, tabletIdleMinutes, secondFactorPositions } = wish
    if (reason.trim() === '' || passwordLength === null || passwordKinds === null || passwordDays === null || passwordHistory === null || tabletIdleMinutes === null) return
    deed.run({ body: { passwordLength, passwordKinds, passwordDays, passwordHistory, tabletIdleMinutes, secondFactorPositions: [...secondFactorPositions], version: policy.version, reason } })
  }
  const number = (key: Numbers, label: string, hint?: string) => (
    <NumberField label={label} hint={hint} required value={wish[key]} onChange={(value) => setWish({ ...wish, [key]: value })} error={tried && wish[key] === null ? t('organisation.required') : null} />
  )
  return (
    <Dialog title={t('organisation.policy')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Field label={t('organisation.policy-profile')} as="group">
          {() => (
            <span className="k-row">
              <Button onPress={() => setWish(policyProfiles.standard)}>{t('organisation.profile.standard')}</Button>
              <Button onPress={() => setWish(policyProfiles.protection)}>{t('organisation.profile.protection')}</Button>
            </span>
          )}
        </Field>
        <div className="k-form">
          {number('passwordLength', t('organisation.password-length'), '8–64')}
          {number('passwordKinds', t('organisation.password-kinds'), t('organisation.password-kinds-hint'))}
          {number('passwordDays', t('organisation.password-days'), t('organisation.password-days-hint'))}
          {number('passwordHistory', t('organisation.password-history'), '0–24')}
          {number('tabletIdleMinutes', t('organisation.tablet-idle'), '1–120')}
        </div>
        <PositionChecks label={t('organisation.second-factor-for')} picked={wish.secondFactorPositions} onChange={(secondFactorPositions) => setWish({ ...wish, secondFactorPositions })} />
        <TextAreaField label={t('organisation.reason')} required rows={2} maxLength={500} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? t('organisation.reason-missing') : null} />
      </div>
    </Dialog>
  )
}
