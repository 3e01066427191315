import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '../contract.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { organisationTexts } from './texts.ts'
import './administration.css'

/** Scan, confirm with the first code, note the ten recovery codes; these stay on the screen until they were noted, though all is done already. */
export function SetUpSecondFactor({ enrolled, onDone }: { enrolled: boolean; onDone?: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [begun, setBegun] = useState<{ secret: string; picture: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [code, setCode] = useState('')
  const begin = useDeed(beginSecondFactor, setBegun)
  const confirm = useDeed(confirmSecondFactor, (answer) => setCodes(answer.codes))
  const close = () => { setBegun(null); setCodes(null); setCode('') }
  const noted = () => { toast({ text: t('organisation.second-factor-done') }); close(); onDone?.() }
  if (codes !== null) {
    return (
      <SecretDialog title={t('organisation.recovery-codes')} note={t('organisation.recovery-note')} printable onClose={noted}>
        <ul translate="no">{codes.map((one) => <li key={one}><code>{one}</code></li>)}</ul>
      </SecretDialog>
    )
  }
  if (enrolled) return <RemoveSecondFactor />
  return (
    <>
      {begin.error === null ? null : <Notice tone="danger">{begin.error}</Notice>}
      <div><Button busy={begin.busy} onPress={() => begin.run({ body: {} })}>{t('organisation.set-up-second-factor')}</Button></div>
      {begun === null ? null : (
        <Dialog title={t('organisation.set-up-second-factor')} size="small" onClose={close} onSubmit={() => { if (code.trim() !== '') confirm.run({ body: { code } }) }}
          footer={<Button kind="primary" submit busy={confirm.busy}>{t('organisation.confirm')}</Button>}>
          <div className="k-stack">
            {confirm.error === null ? null : <Notice tone="danger">{confirm.error}</Notice>}
            <p className="k-dialog-words">{t('organisation.scan-this')}</p>
            <div className="admin-secret">
              <img src={begun.picture} alt={t('organisation.set-up-second-factor')} />
              <span className="k-quiet-text">{t('organisation.secret-key')} <code className="admin-key" translate="no">{begun.secret}</code></span>
            </div>
            <TextField label={t('organisation.code')} name="code" required inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} maxLength={10} />
          </div>
        </Dialog>
      )}
    </>
  )
}

function RemoveSecondFactor() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(removeSecondFactor, () => { toast({ text: t('organisation.saved') }); setAsking(false) })
  return (
    <>
      <div><Button onPress={() => setAsking(true)}>{t('organisation.remove-second-factor')}</Button></div>
      {asking ? (
        <ConfirmDialog title={t('organisation.remove-second-factor')} confirmText={t('organisation.remove-second-factor')} busy={deed.busy} error={deed.error}
          reason={{ label: t('organisation.code'), missing: t('organisation.required') }} onClose={() => setAsking(false)} onConfirm={(code) => deed.run({ body: { code } })} />
      ) : null}
    </>
  )
}
