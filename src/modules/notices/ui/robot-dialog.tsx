import { useState } from 'react'
import { languages } from '../../../kernel/texts.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addRobot, editRobot, type RobotRow } from '../contract.ts'
import { noticeKinds } from '../domain/kinds.ts'
import { robotKinds } from '../domain/robot.ts'
import { noticeTexts } from './texts.ts'

type Wish = Omit<RobotRow, 'id' | 'host' | 'signed' | 'version'> & { address: string; secret: string }
const fresh: Wish = { name: '', kind: 'wecom', address: '', secret: '', kinds: ['duty-climbed', 'promise-passed', 'complaint-runs', 'day-digest'], language: 'zh-CN', active: true }

/** A robot of a group. Its address and secret are entered once and never shown again. */
export function RobotDialog({ robot, onClose }: { robot: RobotRow | null; onClose: () => void }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState<Wish>(robot === null ? fresh : { name: robot.name, kind: robot.kind, kinds: robot.kinds, language: robot.language, active: robot.active, address: '', secret: '' })
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  const saved = () => { onClose(); toast({ text: t(robot === null ? 'notices.robot-added' : 'notices.saved') }) }
  const [adding, editing] = [useDeed(addRobot, saved), useDeed(editRobot, saved)]
  const deed = robot === null ? adding : editing
  const whyNot = wish.name.trim() === '' || (robot === null && wish.address.trim() === '') ? t('notices.fill-name') : null
  const save = () => {
    if (whyNot !== null) return
    if (robot === null) adding.run({ body: wish })
    else editing.run({ params: { robotId: robot.id }, body: { ...wish, version: robot.version } })
  }
  const title = t(robot === null ? 'notices.add-robot' : 'notices.edit-robot')
  return (
    <Dialog title={title} onClose={onClose} onSubmit={save} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{robot === null ? title : t('notices.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('notices.robot-name')} name="robot-name" value={wish.name} onChange={(name) => change({ name })} required maxLength={40} />
        <ChoiceField label={t('notices.robot-kind')} value={wish.kind} onChange={(kind) => change({ kind })} wide choices={robotKinds.map((value) => ({ value, text: t(`notices.robot-kind.${value}`) }))} />
        <TextField label={t('notices.robot-address')} name="robot-address" value={wish.address} onChange={(address) => change({ address })} required={robot === null} maxLength={500} autoComplete="off"
          {...(robot === null ? {} : { hint: t('notices.robot-address-kept', { host: robot.host }) })} />
        {wish.kind === 'wecom' ? null : <TextField label={t('notices.robot-secret')} name="robot-secret" type="password" value={wish.secret} onChange={(secret) => change({ secret })} maxLength={200} autoComplete="off"
          hint={robot?.signed === true ? t('notices.robot-secret-kept') : t('notices.robot-secret-hint')} />}
        <fieldset className="k-stack"><legend className="k-quiet-text">{t('notices.robot-kinds')}</legend>
          <div className="robot-kinds">
            {noticeKinds.map((kind) => <CheckField key={kind} label={t(`notices.kind.${kind}`)} name={kind} checked={wish.kinds.includes(kind)} onChange={(on) => change({ kinds: on ? [...wish.kinds, kind] : wish.kinds.filter((other) => other !== kind) })} />)}
          </div>
        </fieldset>
        <ChoiceField label={t('notices.robot-language')} value={wish.language} onChange={(language) => change({ language })} choices={languages.map((value) => ({ value, text: t(`notices.language.${value}`) }))} />
        <CheckField label={t('notices.robot-active')} name="active" checked={wish.active} onChange={(active) => change({ active })} />
      </div>
    </Dialog>
  )
}
