import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button, linkButtonClass } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { listCustomers } from '../../customers/contract.ts'
import { customerKinds, type CustomerKind } from '../../customers/domain/kinds.ts'
import { customerPermissions } from '../../customers/permissions.ts'
import { CustomerDetail, CustomerDialog, CustomerHistory, customerTexts } from '../../customers/ui/public.tsx'
import { listVehicles } from '../contract.ts'
import { showPlate } from '../domain/plate.ts'
import { vehiclePermissions } from '../permissions.ts'
import { vehicleTexts } from './texts.ts'
import './vehicles.css'

/** Stands here and not with the customers, because it shows their cars. */
export function CustomersPage() {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const title = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const { customerId } = useParams({ strict: false }) as { customerId?: string }
  const navigate = useNavigate()
  const may = useMay()
  const mayAdd = may(customerPermissions.maintain)
  const [adding, setAdding] = useState(false)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/customers' : `/customers/${id}` }) }
  useKey('n', () => { if (mayAdd) setAdding(true) })
  return (
    <PageFrame title={title('vehicles.customers')} fill
      actions={mayAdd ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding(true)}>{t('customers.add')}</Button> : undefined}>
      <SplitView showing={customerId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('customers.customer')} sideLabel={t('customers.consent-history')}
        list={<CustomerList selected={customerId ?? null} onOpen={open} />}
        detail={customerId === undefined ? <EmptyState>{t('customers.pick-one')}</EmptyState> : (
          <CustomerDetail customerId={customerId} onOpen={open}>{may(vehiclePermissions.see) ? <CarsOfOwner customerId={customerId} /> : null}</CustomerDetail>
        )}
        side={customerId === undefined ? undefined : <CustomerHistory customerId={customerId} />} />
      {adding ? <CustomerDialog customer={null} onClose={() => setAdding(false)} onSaved={(id) => { setAdding(false); open(id) }} /> : null}
    </PageFrame>
  )
}

function CustomerList({ selected, onOpen }: { selected: string | null; onOpen: (id: string) => void }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const title = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const w = useTexts(webZh, webEn)
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<CustomerKind | 'all'>('all')
  const find = useDeferredValue(typed.trim())
  const customers = usePages(listCustomers, { ...(find === '' ? {} : { find }), ...(kind === 'all' ? {} : { kind }), limit: 50 })
  return (
    <ListPane label={title('vehicles.customers')} rows={customers.rows} rowKey={({ id }) => id} state={customers.state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)}
      head={(
        <div className="vehicle-filter" role="search">
          <ChoiceField<CustomerKind | 'all'> label={t('customers.kind')} hideLabel wide value={kind} onChange={setKind}
            choices={[{ value: 'all', text: t('customers.all') }, ...customerKinds.map((value) => ({ value, text: t(`customers.kind.${value}`) }))]} />
          <TextField label={t('customers.find')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('customers.find')} maxLength={60} trailing={<Search size={14} aria-hidden />} />
        </div>
      )}
      empty={<EmptyState>{find === '' ? t('customers.none') : t('customers.none-found', { find })}</EmptyState>}
      loadMore={customers.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: customers.more }}
      row={(customer) => ({
        primary: customer.name,
        status: customer.active ? undefined : <StatusTag tone="neutral" text={t('customers.inactive')} />,
        secondary: [t(`customers.kind.${customer.kind}`), customer.contactName].filter((part) => part !== '').join(' · '),
        secondaryTrailing: customer.phone,
      })} />
  )
}

function CarsOfOwner({ customerId }: { customerId: string }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const navigate = useNavigate()
  const cars = usePages(listVehicles, { ownerId: customerId, state: 'all', limit: 50 })
  return (
    <Section title={t('vehicles.cars-of-owner')}>
      <LoadError state={cars.state} />
      {cars.state === 'ready' && cars.rows.length === 0 ? <p className="k-quiet-text">{t('vehicles.no-cars')}</p> : null}
      <ul className="vehicle-cars">
        {cars.rows.map((car) => (
          <li key={car.id}>
            <button type="button" className={linkButtonClass} onClick={() => { void navigate({ to: `/vehicles/${car.id}` }) }}><Plate text={showPlate(car.plate)} /></button>
            <span>{car.modelName}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
