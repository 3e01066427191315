import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setCapacity, type Board } from '../contract.ts'
import { workKinds, type WorkKind } from '../domain/slots.ts'
import { appointmentPermissions } from '../permissions.ts'
import { appointmentTexts } from './texts.ts'

/** Half hour by half hour and kind, how many cars are booked of those for which there are bays and people. */
export function DayLoad({ board }: { board: Board }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [setting, setSetting] = useState(false)
  const times = [...new Set(board.load.map(({ at }) => at))]
  const loadOf = (at: string, kind: WorkKind) => board.load.find((row) => row.at === at && row.kind === kind) ?? { taken: 0, room: 0 }
  const cell = (at: string, kind: WorkKind) => {
    const { taken, room } = loadOf(at, kind)
    return <td key={kind} data-full={taken >= room ? '' : undefined}>{taken}/{room}</td>
  }
  return (
    <Section title={t('appointments.load')} panel actions={may(appointmentPermissions.setCapacity) ? <Button size="desk" kind="quiet" onPress={() => setSetting(true)}>{t('appointments.capacity')}</Button> : undefined}>
      <table className="day-load">
        <thead><tr><th scope="col">{t('appointments.slot')}</th>{workKinds.map((kind) => <th key={kind} scope="col">{t(`appointments.kind.${kind}`)}</th>)}</tr></thead>
        <tbody>
          {times.map((at) => (
            <tr key={at}>
              <th scope="row">{moments.full(at).slice(-5)}</th>
              {workKinds.map((kind) => cell(at, kind))}
            </tr>
          ))}
        </tbody>
      </table>
      {setting ? <CapacityDialog board={board} onClose={() => setSetting(false)} /> : null}
    </Section>
  )
}

function CapacityDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const toast = useToast()
  const [kind, setKind] = useState<WorkKind>('maintenance')
  const [bays, setBays] = useState<number | null>(null)
  const now = board.capacity.find((row) => row.kind === kind) ?? { bays: 0, version: 1 }
  const deed = useDeed(setCapacity, () => { onClose(); toast({ text: t('appointments.capacity-set') }) })
  return (
    <Dialog title={t('appointments.capacity')} size="small" onClose={onClose} onSubmit={() => { if (bays !== null) deed.run({ body: { version: now.version, kind, bays } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={bays === null ? t('appointments.fill-in') : null}>{t('appointments.capacity')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('appointments.work-kind')} value={kind} onChange={setKind} wide choices={workKinds.map((value) => ({ value, text: t(`appointments.kind.${value}`) }))} />
        <NumberField label={t('appointments.bays-of', { kind: t(`appointments.kind.${kind}`), bays: now.bays })} name="bays" value={bays} onChange={setBays} required />
      </div>
    </Dialog>
  )
}
