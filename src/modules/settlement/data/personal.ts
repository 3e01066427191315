import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const settlementPersonal: PersonalPart = {
  tables: [
    {
      table: 'settlement.statement', zh: '结算单', en: 'Statements', links: { order: 'order_id' },
      columns: { number: 'kept', day: 'kept', payer: 'kept', payer_name: 'text', plate: 'plate', debtor_name: 'text', allowance_reason: 'text', supplement_reason: 'text', reversal_reason: 'text', total_fen: 'kept', paid_fen: 'kept' },
    },
    {
      table: 'settlement.payment', zh: '收款', en: 'Payments', links: { order: 'deposit_order_id', through: { column: 'statement_id', table: 'settlement.statement', by: 'order_id' } },
      columns: { number: 'kept', at: 'kept', way: 'kept', amount_fen: 'kept', reference: 'kept' },
    },
    { table: 'settlement.opening_receivable', zh: '期初应收', en: 'Old receivables', links: { customer: 'customer_id' }, columns: { document: 'kept', day: 'kept', amount_fen: 'kept', customer_name: 'name', note: 'words' } },
  ],
  /** Money owed either way, and the books as long as the tax law wants them kept (税收征收管理法实施细则 29: ten years). */
  holds: async (tx, { storeId, person, today, invoiceYears }) => tx.all<Hold>`
    with his as (select * from settlement.statement where store_id = ${storeId} and (order_id = any(${person.orderIds}::uuid[]) or debtor_id = any(${person.customerIds}::uuid[])))
    select 'privacy.hold.money-owed' as code, number as about, null::date as until from his where reversed_at is null and paid_fen <> total_fen and (payer = 'customer' or debtor_id = any(${person.customerIds}::uuid[]))
    union all
    select 'privacy.hold.money-owed', r.document, null from settlement.opening_receivable r join settlement.receivable_state s on s.store_id = r.store_id and s.receivable_id = r.id
    where r.store_id = ${storeId} and r.customer_id = any(${person.customerIds}::uuid[]) and s.paid_fen < s.amount_fen
    union all
    select 'privacy.hold.deposit-held', '', null from settlement.deposit_state where store_id = ${storeId} and order_id = any(${person.orderIds}::uuid[]) and used_fen < taken_fen
    union all
    select * from (select 'privacy.hold.books', number, (day + make_interval(years => ${invoiceYears}::integer))::date from (
        select number, day from his where payer = 'customer'
        union all select document, day from settlement.opening_receivable where store_id = ${storeId} and customer_id = any(${person.customerIds}::uuid[])) booked
      where day + make_interval(years => ${invoiceYears}::integer) > ${today}::date order by day desc limit 1) youngest`,
}
