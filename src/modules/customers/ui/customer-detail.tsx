import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { localDay } from '../../../kernel/time.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { WholeSheet } from '../../../platform/web/parts.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { seeCustomer, type CustomerView } from '../contract.ts'
import { customerPermissions } from '../permissions.ts'
import { Consents } from './consents.tsx'
import { customerSections } from './customer-sections.ts'
import { CustomerDialog } from './customer-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { CustomerPhone } from './phone.tsx'
import { customerTexts } from './texts.ts'
import './customers.css'

export type CustomerDetailProps = { customerId: string; onOpen: (id: string) => void; /** What later modules know of the customer: the cars. */ children?: ReactNode }

export function CustomerDetail({ customerId, onOpen, children }: CustomerDetailProps) {
  const sentence = useSentence()
  const customer = useReading(seeCustomer, { params: { customerId } })
  if (customer.isPending) return <LoadBar busy />
  if (customer.isError) return <LoadError state={{ error: sentence(customer.error), onRetry: () => { void customer.refetch() } }} />
  return <CustomerSheet key={customerId} customer={customer.data} onOpen={onOpen}>{children}</CustomerSheet>
}

function CustomerSheet({ customer, onOpen, children }: { customer: CustomerView; onOpen: (id: string) => void; children: ReactNode }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const may = useMay()
  const { store } = useSession()
  const [dialog, setDialog] = useState<'edit' | 'merge' | null>(null)
  const close = () => setDialog(null)
  const { mergedInto, erasedAt } = customer
  const closed = mergedInto !== null || erasedAt !== null
  return (
    <WholeSheet className="customer-sheet">
      <header className="customer-head">
        <h2>{customer.name}</h2>
        <StatusTag tone="info" text={t(`customers.kind.${customer.kind}`)} />
        {customer.active ? null : <StatusTag tone="neutral" text={t('customers.inactive')} />}
        <span className="customer-head-space" />
        {!closed && may(customerPermissions.maintain) ? <Button icon={Pencil} onPress={() => setDialog('edit')}>{t('customers.edit')}</Button> : null}
        {!closed && may(customerPermissions.merge)
          ? <Menu label={t('customers.more-actions')} items={[{ id: 'merge', text: t('customers.merge'), destructive: true, onPick: () => setDialog('merge') }]} /> : null}
      </header>
      {erasedAt === null ? null : <Notice tone="info">{t('customers.erased')}</Notice>}
      {mergedInto === null ? null : (
        <Notice tone="warn" action={<Button size="desk" onPress={() => onOpen(mergedInto)}>{t('customers.open-survivor')}</Button>}>{t('customers.merged-away')}</Notice>
      )}
      <Facts layout="columns" facts={[
        { id: 'phone', label: t('customers.phone'), value: erasedAt === null ? <CustomerPhone customerId={customer.id} phone={customer.phone} secondPhone={customer.secondPhone} /> : '–', wide: true },
        ...(customer.contactName === '' ? [] : [{ id: 'contact', label: t('customers.contact'), value: customer.contactName }]),
        ...(customer.taxNumber === null ? [] : [{ id: 'tax', label: t('customers.tax-number'), value: customer.taxNumber }]),
        { id: 'since', label: t('customers.since'), value: localDay(new Date(customer.createdAt), store.timeZone) },
        ...(customer.address === '' ? [] : [{ id: 'address', label: t('customers.address'), value: customer.address, wide: true }]),
        ...(customer.note === '' ? [] : [{ id: 'note', label: t('customers.note'), value: customer.note, wide: true }]),
      ]} />
      {children}
      {erasedAt === null ? <Section title={t('customers.consents')}><Consents customer={customer} /></Section> : null}
      {customerSections().map(({ id, part: Part }) => <Part key={id} customerId={customer.id} />)}
      {dialog === 'edit' ? <CustomerDialog customer={customer} onClose={close} onSaved={close} /> : null}
      {dialog === 'merge' ? <MergeDialog customer={customer} onClose={close} onMerged={(id) => { close(); onOpen(id) }} /> : null}
    </WholeSheet>
  )
}

/** The side column: every word on consents, and who was merged into this customer. */
export function CustomerHistory({ customerId }: { customerId: string }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const moments = useMoments()
  const customer = useReading(seeCustomer, { params: { customerId } })
  const { consents = [], merged = [] } = customer.data ?? {}
  return (
    <>
      <Section title={t('customers.consent-history')}>
        {consents.length === 0 ? <p className="k-quiet-text">{t('customers.never-asked')}</p> : (
          <Timeline label={t('customers.consent-history')} entries={consents.map((consent) => ({
            id: consent.id, time: moments.full(consent.at), who: consent.personName, tone: consent.granted ? 'active' as const : 'warn' as const,
            text: `${t(`customers.purpose.${consent.purpose}`)} · ${t(consent.granted ? 'customers.granted' : 'customers.withdrawn')} · ${t(`customers.channel.${consent.channel}`)}`,
          }))} />
        )}
      </Section>
      {merged.length === 0 ? null : (
        <Section title={t('customers.merged-here')}>
          <Timeline label={t('customers.merged-here')} entries={merged.map((merge) => ({ id: merge.id, time: moments.full(merge.at), who: merge.personName, text: `${merge.name} · ${merge.reason}` }))} />
        </Section>
      )}
    </>
  )
}
