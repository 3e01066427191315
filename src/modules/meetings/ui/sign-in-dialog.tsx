import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { attend } from '../contract.ts'
import { meetingTexts } from './texts.ts'

/** Scanned with the phone's own camera the code stands in the address already; else it is scanned here or typed. */
export function SignInDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const { searchStr } = useLocation()
  const [code, setCode] = useState(() => new URLSearchParams(searchStr).get('code') ?? '')
  const deed = useDeed(attend, () => { onClose(); toast({ text: t('meetings.signed-in') }) })
  const say = (said: string) => { if (said.trim() !== '') deed.run({ params: { meetingId }, body: { code: said.trim() } }) }
  return (
    <Dialog title={t('meetings.sign-in')} size="small" onClose={onClose} onSubmit={() => say(code)} footer={<Button kind="primary" submit busy={deed.busy} whyNot={code.trim() === '' ? t('meetings.fill-in') : null}>{t('meetings.sign-in')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('meetings.code')} name="code" required value={code} onChange={(typed) => setCode(typed.toUpperCase())} maxLength={6} trailing={<CameraScan onCode={say} />} />
      </div>
    </Dialog>
  )
}
