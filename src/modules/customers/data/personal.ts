import type { PersonalPart } from '../../../platform/personal-data.ts'

export const customersPersonal: PersonalPart = {
  tables: [
    {
      table: 'customers.customer', zh: '客户档案', en: 'Customer', links: { customer: 'id' },
      columns: { name: 'name', initials: 'blank', phone: 'phone', phone_tail: 'own', second_phone: 'none', address: 'blank', tax_number: 'none', contact_name: 'blank', note: 'blank', kind: 'kept', created_at: 'kept' },
      also: "phone_tail = '0000', active = false, erased_at = now(), version = version + 1", touched: 'created_at',
    },
    { table: 'customers.consent', zh: '授权记录', en: 'Consents', links: { customer: 'customer_id' }, columns: { purpose: 'kept', granted: 'kept', channel: 'kept', at: 'kept', person_name: 'kept' }, touched: 'at' },
    { table: 'customers.merge', zh: '合并记录', en: 'Merges', links: { customer: 'from_id' }, columns: { at: 'kept', reason: 'words' } },
  ],
}
