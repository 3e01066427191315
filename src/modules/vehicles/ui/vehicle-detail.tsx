import { Gauge, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { WholeSheet } from '../../../platform/web/parts.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, linkButtonClass } from '../../../ui-kit/button.tsx'
import { formatWhole } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { customerPermissions } from '../../customers/permissions.ts'
import { CustomerPhone, customerTexts } from '../../customers/ui/public.tsx'
import { seeVehicle, type VehicleView } from '../contract.ts'
import { showPlate } from '../domain/plate.ts'
import { vehiclePermissions } from '../permissions.ts'
import { EditVehicleDialog, OwnerDialog, PlateDialog } from './change-dialogs.tsx'
import { MeterDialog, MileageDialog, Readings } from './mileage.tsx'
import { vehicleTexts } from './texts.ts'
import { vehicleSections } from './vehicle-sections.ts'
import './vehicles.css'

type DialogName = 'edit' | 'owner' | 'plate' | 'mileage' | 'meter'
const dialogs = { edit: EditVehicleDialog, owner: OwnerDialog, plate: PlateDialog, mileage: MileageDialog, meter: MeterDialog } as const

export function VehicleDetail({ vehicleId, onOpenCustomer }: { vehicleId: string; onOpenCustomer: (id: string) => void }) {
  const sentence = useSentence()
  const vehicle = useReading(seeVehicle, { params: { vehicleId } })
  if (vehicle.isPending) return <LoadBar busy />
  if (vehicle.isError) return <LoadError state={{ error: sentence(vehicle.error), onRetry: () => { void vehicle.refetch() } }} />
  return <VehicleSheet key={vehicleId} vehicle={vehicle.data} onOpenCustomer={onOpenCustomer} />
}

function VehicleSheet({ vehicle, onOpenCustomer }: { vehicle: VehicleView; onOpenCustomer: (id: string) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const may = useMay()
  const [open, setOpen] = useState<DialogName | null>(null)
  const OpenDialog = open === null ? null : dialogs[open]
  return (
    <WholeSheet className="vehicle-sheet">
      <header className="vehicle-head">
        <h2><Plate text={showPlate(vehicle.plate)} size="detail" /></h2>
        <span>{vehicle.modelName}</span>
        <WarrantyTag vehicle={vehicle} />
        {vehicle.active ? null : <StatusTag tone="neutral" text={t('vehicles.inactive')} />}
        <span className="vehicle-head-space" />
        {may(vehiclePermissions.maintain) ? <Button icon={Pencil} onPress={() => setOpen('edit')}>{t('vehicles.edit')}</Button> : null}
        <MoreMenu onPick={setOpen} />
      </header>
      {vehicle.active ? vehicleSections().map(({ id, part: Part }) => <Part key={id} plate={vehicle.plate} />) : null}
      <Owner vehicle={vehicle} onOpenCustomer={onOpenCustomer} />
      <Section title={t('vehicles.facts')}><VehicleFacts vehicle={vehicle} /></Section>
      <Section title={t('vehicles.mileage-history')}
        actions={may(vehiclePermissions.recordMileage) ? <Button size="desk" icon={Gauge} onPress={() => setOpen('mileage')}>{t('vehicles.record-mileage')}</Button> : undefined}>
        <Readings vehicle={vehicle} />
      </Section>
      {OpenDialog === null ? null : <OpenDialog vehicle={vehicle} onClose={() => setOpen(null)} />}
    </WholeSheet>
  )
}

function MoreMenu({ onPick }: { onPick: (dialog: DialogName) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const may = useMay()
  const items: MenuItem[] = [
    ...(may(vehiclePermissions.changeOwner) ? [
      { id: 'owner', text: t('vehicles.change-owner'), onPick: () => onPick('owner') }, { id: 'plate', text: t('vehicles.change-plate'), onPick: () => onPick('plate') },
    ] : []),
    ...(may(vehiclePermissions.voidMileage) ? [{ id: 'meter', text: t('vehicles.change-meter'), onPick: () => onPick('meter') }] : []),
  ]
  return items.length === 0 ? null : <Menu label={t('vehicles.more-actions')} items={items} />
}

/** In warranty while neither the day nor the kilometres have run out. */
function WarrantyTag({ vehicle: { warrantyUntil, warrantyKm, lastKm } }: { vehicle: VehicleView }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const today = useToday()
  if (warrantyUntil === null) return null
  const runs = warrantyUntil >= today && (warrantyKm === null || (lastKm ?? 0) <= warrantyKm)
  return <StatusTag tone={runs ? 'active' : 'done'} text={t(runs ? 'vehicles.in-warranty' : 'vehicles.warranty-ended')} />
}

function Owner({ vehicle, onOpenCustomer }: { vehicle: VehicleView; onOpenCustomer: (id: string) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const c = useTexts(customerTexts.zh, customerTexts.en)
  const maySee = useMay()(customerPermissions.see)
  return (
    <Section title={t('vehicles.owner')}>
      <Facts layout="columns" facts={[
        {
          id: 'name', label: c('customers.name'),
          value: maySee ? <button type="button" className={linkButtonClass} onClick={() => onOpenCustomer(vehicle.ownerId)}>{vehicle.ownerName}</button> : vehicle.ownerName,
        },
        { id: 'phone', label: c('customers.phone'), value: <CustomerPhone key={vehicle.ownerId} customerId={vehicle.ownerId} phone={vehicle.ownerPhone} secondPhone={null} />, wide: true },
      ]} />
    </Section>
  )
}

function VehicleFacts({ vehicle }: { vehicle: VehicleView }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const known = (text: string | null) => (text === null || text === '' ? '–' : text)
  const warranty = [vehicle.warrantyUntil, vehicle.warrantyKm === null ? null : `${formatWhole(vehicle.warrantyKm)} km`].filter((part) => part !== null).join(' / ')
  return (
    <Facts layout="columns" facts={[
      { id: 'vin', label: t('vehicles.vin'), value: <span className="vehicle-vin">{known(vehicle.vin)}</span>, wide: true },
      { id: 'km', label: t('vehicles.last-km'), value: vehicle.lastKm === null ? '–' : `${formatWhole(vehicle.lastKm)} km` },
      { id: 'colour', label: t('vehicles.colour'), value: known(vehicle.colour) },
      { id: 'energy', label: t('vehicles.energy'), value: vehicle.energy === null ? '–' : t(`vehicles.energy.${vehicle.energy}`) },
      { id: 'engine', label: t('vehicles.engine-number'), value: known(vehicle.engineNumber) },
      { id: 'registered', label: t('vehicles.first-registered'), value: known(vehicle.firstRegistered) },
      { id: 'sale', label: t('vehicles.sale-date'), value: known(vehicle.saleDate) },
      { id: 'warranty', label: t('vehicles.warranty'), value: known(warranty) },
      ...(vehicle.note === '' ? [] : [{ id: 'note', label: t('vehicles.note'), value: vehicle.note, wide: true }]),
    ]} />
  )
}

/** The side column: which plates and owners the car has had. */
export function VehicleHistory({ vehicleId }: { vehicleId: string }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const moments = useMoments()
  const vehicle = useReading(seeVehicle, { params: { vehicleId } })
  const { plates = [], owners = [] } = vehicle.data ?? {}
  const entries = [
    ...plates.map((change) => ({ ...change, text: t('vehicles.plate-changed', { from: showPlate(change.from), to: showPlate(change.to) }) })),
    ...owners.map((change) => ({ ...change, text: t('vehicles.owner-changed', { from: change.from, to: change.to }) })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title={t('vehicles.history')}>
      {entries.length === 0 ? <p className="k-quiet-text">{t('vehicles.no-history')}</p>
        : <Timeline label={t('vehicles.history')} entries={entries.map(({ id, at, personName, text }) => ({ id, time: moments.full(at), who: personName, text }))} />}
    </Section>
  )
}
