import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const repairOrdersPersonal: PersonalPart = {
  tables: [
    {
      table: 'repair_orders.repair_order', zh: '工单', en: 'Repair orders', links: { customer: 'owner_id' },
      columns: { number: 'kept', arrived_at: 'kept', closed_at: 'kept', status: 'kept', plate: 'plate', owner_name: 'name', concern: 'text', quoted_phone: 'blank', pick_up_code: 'none', closed_reason: 'text', total_fen: 'kept' },
      touched: 'arrived_at',
    },
    {
      table: 'repair_orders.reception', zh: '接车单', en: 'Reception sheets', links: { order: 'order_id' },
      columns: { received_at: 'kept', vin: 'none', sender_name: 'name', sender_phone: 'phone', owner_phone: 'phone', mileage_km: 'kept', sheet: 'json', signature: 'signature' },
    },
    { table: 'repair_orders.reception', zh: '送修他人车辆', en: 'Brought somebody else\'s car', links: { phone: 'sender_phone' }, columns: { received_at: 'kept', sender_name: 'name', sender_phone: 'phone' }, touched: 'received_at' },
    { table: 'repair_orders.line', zh: '工单项目', en: 'Lines', links: { order: 'order_id' }, columns: { kind: 'kept', name_zh: 'kept', payer: 'kept', amount_fen: 'kept' } },
    {
      table: 'repair_orders.authorisation', zh: '委托书', en: 'Authorisations', links: { order: 'order_id' },
      columns: { at: 'kept', snapshot: 'json', signature: 'signature', early_reason: 'text' },
    },
    {
      table: 'repair_orders.added_work', zh: '增项', en: 'Added work', links: { order: 'order_id' },
      columns: { found_at: 'kept', plate: 'plate', findings: 'text', customer_name: 'name', customer_phone: 'phone', words: 'words', signature: 'none', reason: 'text' },
    },
    { table: 'repair_orders.step', zh: '工单过程', en: 'History of orders', links: { order: 'order_id' }, columns: { at: 'kept', to_status: 'kept', reason: 'text' } },
  ],
  /** An open order, and the record of a repair as long as the law wants it kept (家用汽车产品修理更换退货责任规定 17: six years; 机动车维修管理规定: two). */
  holds: async (tx, { storeId, person, today, repairYears }) => tx.all<Hold>`
    select 'privacy.hold.open-order' as code, number as about, null as until from repair_orders.repair_order
    where store_id = ${storeId} and id = any(${person.orderIds}::uuid[]) and closed_at is null
    union all
    select * from (
      select 'privacy.hold.repair-record', number, (closed_at + make_interval(years => ${repairYears}::integer))::date from repair_orders.repair_order
      where store_id = ${storeId} and id = any(${person.orderIds}::uuid[]) and status = 'delivered' and closed_at + make_interval(years => ${repairYears}::integer) > ${today}::date
      order by closed_at desc limit 1) youngest`,
}
