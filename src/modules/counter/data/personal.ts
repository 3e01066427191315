import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const counterPersonal: PersonalPart = {
  tables: [
    {
      table: 'counter.slip', zh: '柜台单据', en: 'Counter slips', links: { customer: 'customer_id', phone: 'phone' },
      columns: { number: 'kept', kind: 'kept', opened_at: 'kept', name: 'name', phone: 'phone', plate: 'plate', note: 'words', address: 'blank', reason: 'text', total_fen: 'kept' }, touched: 'opened_at',
    },
  ],
  holds: async (tx, { storeId, person, today, invoiceYears }) => tx.all<Hold>`
    with his as (select * from counter.slip where store_id = ${storeId} and (customer_id = any(${person.customerIds}::uuid[]) or phone = any(${person.phones})))
    select 'privacy.hold.open-slip' as code, number as about, null::date as until from his where status in ('open', 'issued') or deposit_fen > 0 or (status <> 'cancelled' and paid_fen + written_off_fen < total_fen - returned_fen)
    union all
    select * from (select 'privacy.hold.books', number, (opened_at + make_interval(years => ${invoiceYears}::integer))::date from his
      where paid_fen > 0 and opened_at + make_interval(years => ${invoiceYears}::integer) > ${today}::date order by opened_at desc limit 1) youngest`,
}
