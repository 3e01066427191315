import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatWhole } from '../../../ui-kit/exact-numbers.ts'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { listVehicles } from '../contract.ts'
import { showPlate } from '../domain/plate.ts'
import { vehiclePermissions } from '../permissions.ts'
import { AddVehicleDialog } from './add-vehicle-dialog.tsx'
import { vehicleTexts } from './texts.ts'
import { VehicleDetail, VehicleHistory } from './vehicle-detail.tsx'
import './vehicles.css'

/** Cars on the left, found by whatever a caller says; the car with its owner and mileage on the right. */
export function VehiclesPage() {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const { vehicleId } = useParams({ strict: false }) as { vehicleId?: string }
  const navigate = useNavigate()
  const mayAdd = useMay()(vehiclePermissions.maintain)
  const [adding, setAdding] = useState(false)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/vehicles' : `/vehicles/${id}` }) }
  const openCustomer = (id: string) => { void navigate({ to: `/customers/${id}` }) }
  useKey('n', () => { if (mayAdd) setAdding(true) })
  return (
    <PageFrame title={t('vehicles.customers-and-vehicles')} fill
      actions={mayAdd ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding(true)}>{t('vehicles.add')}</Button> : undefined}>
      <SplitView showing={vehicleId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('vehicles.vehicle')} sideLabel={t('vehicles.history')}
        list={<VehicleList selected={vehicleId ?? null} onOpen={open} />}
        detail={vehicleId === undefined ? <EmptyState>{t('vehicles.pick-one')}</EmptyState> : <VehicleDetail vehicleId={vehicleId} onOpenCustomer={openCustomer} />}
        side={vehicleId === undefined ? undefined : <VehicleHistory vehicleId={vehicleId} />} />
      {adding ? <AddVehicleDialog onClose={() => setAdding(false)} onAdded={(id) => { setAdding(false); open(id) }} /> : null}
    </PageFrame>
  )
}

function VehicleList({ selected, onOpen }: { selected: string | null; onOpen: (id: string) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const w = useTexts(webZh, webEn)
  const [typed, setTyped] = useState('')
  const [inactive, setInactive] = useState(false)
  const find = useDeferredValue(typed.trim())
  const vehicles = usePages(listVehicles, { ...(find === '' ? {} : { find }), state: inactive ? 'all' : 'active', limit: 50 })
  return (
    <ListPane label={t('vehicles.customers-and-vehicles')} rows={vehicles.rows} rowKey={({ id }) => id} state={vehicles.state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)}
      head={(
        <div className="vehicle-filter" role="search">
          <div className="vehicle-filter-line">
            <TextField label={t('vehicles.find')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('vehicles.find')} maxLength={40} trailing={<Search size={14} aria-hidden />} />
            <CheckField label={t('vehicles.with-inactive')} checked={inactive} onChange={setInactive} />
          </div>
        </div>
      )}
      empty={<EmptyState>{find === '' ? t('vehicles.none') : t('vehicles.none-found', { find })}</EmptyState>}
      loadMore={vehicles.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: vehicles.more }}
      row={(vehicle) => ({
        primary: <Plate text={showPlate(vehicle.plate)} />,
        status: vehicle.active ? undefined : <StatusTag tone="neutral" text={t('vehicles.inactive')} />,
        trailing: vehicle.lastKm === null ? '' : `${formatWhole(vehicle.lastKm)} km`,
        secondary: [vehicle.modelName, vehicle.ownerName].filter((part) => part !== '').join(' · '),
        secondaryTrailing: vehicle.ownerPhone,
      })} />
  )
}
