import { ScanLine } from 'lucide-react'
import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { switchQuickly, type SessionView } from '../contract.ts'
import { organisationTexts } from './texts.ts'
import './sign-in-page.css'

type Tablet = { name: string; nameZh: string; nameEn: string; people: readonly { id: string; name: string; positions: readonly string[] }[] }
export type TabletSignInProps = { tablet: Tablet; onSignedIn: (view: SessionView) => void; onPassword: () => void }

/** A hand scanner types the badge and presses Enter, or the tablet's camera reads it; without a badge name and PIN. */
export function TabletSignIn({ tablet, onSignedIn, onPassword }: TabletSignInProps) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const [badge, setBadge] = useState('')
  const [personId, setPersonId] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const deed = useDeed(switchQuickly, onSignedIn)
  const scan = (code: string) => { if (code.trim() !== '') { deed.run({ body: { badge: code } }); setBadge('') } }
  const enter = () => { if (personId !== null && pin !== '') { deed.run({ body: { personId, pin } }); setPin('') } }
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <h1>{tablet.name}</h1>
        <p className="sign-in-hint">{language === 'en' ? tablet.nameEn : tablet.nameZh}</p>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <form className="with-scan" onSubmit={(event) => { event.preventDefault(); scan(badge) }}>
          <TextField label={t('organisation.scan-badge')} name="badge" type="password" value={badge} onChange={setBadge} autoFocus autoComplete="off" maxLength={60} hint={t('organisation.scan-badge-hint')} trailing={<ScanLine size={18} aria-hidden />} />
          <CameraScan onCode={scan} />
        </form>
        <form className="k-stack" onSubmit={(event) => { event.preventDefault(); enter() }}>
          <p>{t('organisation.or-pin')}</p>
          {tablet.people.length === 0 ? <p className="sign-in-hint">{t('organisation.no-quick-people')}</p> : (
            <>
              <SelectField<string> label={t('organisation.name')} value={personId} onChange={setPersonId} choices={tablet.people.map(({ id, name, positions }) => ({ value: id, text: `${name} ${positions.join(' ')}` }))} />
              <TextField label={t('organisation.pin')} name="pin" type="password" inputMode="numeric" value={pin} onChange={setPin} autoComplete="off" maxLength={6} />
              <Button kind="primary" submit wide size="phone" busy={deed.busy}>{t('organisation.sign-in')}</Button>
            </>
          )}
        </form>
        <Button kind="quiet" onPress={onPassword}>{t('organisation.with-password')}</Button>
      </div>
    </main>
  )
}
