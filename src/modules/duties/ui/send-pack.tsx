import { useState } from 'react'
import { useUpload } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { sendPackFile } from '../contract.ts'
import { dutyTexts } from './texts.ts'

export type SendPackProps = { /** Null: a new one. */ pack: { readonly id: string; readonly zh: string; readonly en: string } | null; onClose: () => void; onSent: (fileId: string) => void }

/** Which manual, and its file: sending it changes nothing yet. */
export function SendPack({ pack, onClose, onSent }: SendPackProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [wish, set] = useWish({ code: pack?.id ?? '', zh: pack?.zh ?? '', en: pack?.en ?? '' })
  const [file, setFile] = useState<File | null>(null)
  const sending = useUpload(sendPackFile, ({ id }) => onSent(id))
  const whole = /^[A-Z][A-Z0-9]{1,7}$/.test(wish.code) && wish.zh.trim() !== '' && wish.en.trim() !== '' && file !== null
  const whyNot = whole ? null : t('duties.pack.fill-in')
  const send = () => { if (whole) sending.run({ parts: { query: { pack: wish.code, zh: wish.zh, en: wish.en, fileName: file.name.slice(-200) } }, file }) }
  return (
    <Dialog title={pack === null ? t('duties.pack.new') : `${t('duties.pack.next')} ${pack.id}`} size="small" onClose={onClose} onSubmit={send} footer={<Button kind="primary" submit busy={sending.busy} whyNot={whyNot}>{t('duties.pack.look')}</Button>}>
      <div className="k-stack">
        {sending.error === null ? null : <Notice tone="danger">{sending.error}</Notice>}
        {pack === null ? (
          <>
            <TextField label={t('duties.pack.code')} name="code" value={wish.code} onChange={(code) => set('code')(code.toUpperCase())} maxLength={8} required hint={t('duties.pack.code-hint')} />
            <TextField label={t('duties.pack.name-zh')} name="zh" value={wish.zh} onChange={set('zh')} maxLength={100} required />
            <TextField label={t('duties.pack.name-en')} name="en" value={wish.en} onChange={set('en')} maxLength={100} required />
          </>
        ) : null}
        <label className="pack-choose"><span>{t('duties.pack.file')}</span><input type="file" accept=".xlsx,.xls,.csv,.yaml,.yml,.json" onChange={(event) => setFile(event.target.files?.[0] ?? null)} /></label>
        {whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
