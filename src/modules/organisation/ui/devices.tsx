import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { addDevice, listDevices, revokeDevice, type DeviceLine } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { organisationTexts } from './texts.ts'

const tones: Readonly<Record<DeviceLine['state'], Tone>> = { waiting: 'warn', expired: 'neutral', enrolled: 'active', revoked: 'neutral' }

export function DeviceList() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const toast = useToast()
  const moments = useMoments()
  const mayRevoke = useMay()(organisationPermissions.maintainDevices)
  const devices = useReading(listDevices, {})
  const phone = useMedia('(max-width: 700px)')
  const [revoking, setRevoking] = useState<DeviceLine | null>(null)
  const deed = useDeed(revokeDevice, () => { toast({ text: t('organisation.saved') }); setRevoking(null) })
  const state: LoadState = devices.isError ? { error: sentence(devices.error), onRetry: () => { void devices.refetch() } } : devices.isPending ? 'loading' : 'ready'
  return (
    <div className="k-panel">
      <DataTable<DeviceLine> label={t('organisation.devices')} rows={devices.data?.rows ?? []} rowKey={({ id }) => id} state={state} empty={<EmptyState>{t('organisation.no-devices')}</EmptyState>}
        columns={[
          { id: 'name', header: t('organisation.device-name'), cell: ({ name }) => name },
          { id: 'state', header: t('organisation.state'), width: 108, cell: (device) => <StatusTag tone={tones[device.state]} text={t(`organisation.device.${device.state}`)} /> },
          ...(phone ? [] : [{ id: 'added', header: t('organisation.device-added'), width: 130, cell: ({ addedAt }: DeviceLine) => moments.full(addedAt) }]),
          { id: 'deed', header: '', headerLabel: t('organisation.more-actions'), width: 90, align: 'end', cell: (device) => (mayRevoke && device.state !== 'revoked' ? <Button size="desk" onPress={() => setRevoking(device)}>{t('organisation.revoke-device')}</Button> : null) },
        ]} />
      {revoking === null ? null : <ReasonDialog title={t('organisation.revoke-device')} question={t('organisation.revoke-device-question', { name: revoking.name })} deed={deed} onClose={() => setRevoking(null)}
        onConfirm={(reason) => deed.run({ params: { deviceId: revoking.id }, body: { version: revoking.version, reason } })} />}
    </div>
  )
}

export function AddDeviceDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState<{ code: string; minutes: number } | null>(null)
  const deed = useDeed(addDevice, setAdded)
  if (added !== null) {
    return (
      <SecretDialog title={t('organisation.device-code')} note={t('organisation.device-code-note', { minutes: added.minutes })} onClose={onClose}>
        <span>{name}</span><code translate="no">{added.code}</code>
      </SecretDialog>
    )
  }
  return (
    <Dialog title={t('organisation.add-device')} size="small" onClose={onClose} onSubmit={() => { setTried(true); if (name.trim() !== '') deed.run({ body: { name } }) }}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.add-device')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('organisation.device-name')} required value={name} onChange={setName} maxLength={40} error={tried && name.trim() === '' ? t('organisation.required') : null} />
      </div>
    </Dialog>
  )
}
