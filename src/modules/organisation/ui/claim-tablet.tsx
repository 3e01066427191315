import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { claimDevice } from '../contract.ts'
import { organisationTexts } from './texts.ts'

/** Makes this browser a shared tablet, with the code from the administrator's screen. */
export function ClaimTablet() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [code, setCode] = useState('')
  const deed = useDeed(claimDevice, ({ name }) => { toast({ text: t('organisation.tablet-claimed', { name }) }); setAsking(false) })
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>{t('organisation.tablet-here')}</Button>
      {asking ? (
        <Dialog title={t('organisation.tablet-here')} size="small" onClose={() => setAsking(false)} onSubmit={() => { if (code.trim() !== '') deed.run({ body: { code } }) }}
          footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.tablet-here')}</Button>}>
          <div className="k-stack">
            {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
            <TextField label={t('organisation.device-code')} required value={code} onChange={setCode} maxLength={40} autoComplete="off" />
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
