import type { Tx } from '../../../platform/database.ts'
import type { ComebackStatus } from '../domain/comeback.ts'
import type { Stay } from './guarantee.ts'

export type EarlierStay = { id: string; number: string; arrivedAt: Date; mileageKm: number | null }

/** Earlier visits of the same car, the newest first. */
export const earlierStays = (tx: Tx, storeId: string, { id, plate, vehicleId }: Pick<Stay, 'id' | 'plate' | 'vehicleId'>) => tx.all<EarlierStay>`
  select s.id, s.number, s.arrived_at, s.mileage_km from repair_orders.v_stay s
  where s.store_id = ${storeId} and (s.plate = ${plate} or s.vehicle_id = ${vehicleId}::uuid) and s.id <> ${id} and s.arrived_at is not null and s.status <> 'cancelled'
  order by s.arrived_at desc limit 30`

export type DoneLine = { orderId: string; id: string; kind: 'labour' | 'part' | 'sublet'; code: string; nameZh: string; nameEn: string; quantityThousandths: number; technicianName: string }

/** What was done and fitted then, and by whom; no prices. */
export const linesOfStays = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<DoneLine>`
  select l.order_id, l.id, l.kind, l.code, l.name_zh, l.name_en, l.quantity_thousandths, coalesce(w.technician_name, '') as technician_name
  from repair_orders.v_line l left join workshop.v_work w on w.store_id = l.store_id and w.line_id = l.id
  where l.store_id = ${storeId} and l.order_id = any(${orderIds}::uuid[]) and l.kind in ('labour', 'part', 'sublet') and l.stopped_reason is null order by l.id limit 2000`

/** What came back of these visits, and what these visits mended again. */
export const comebacksOfStays = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<{ id: string; orderId: string; nameZh: string; nameEn: string; words: string; status: ComebackStatus }>`
  select c.id, c.first_order_id as order_id, l.name_zh, l.name_en, c.words, c.status from quality.comeback c
  join repair_orders.v_line l on l.store_id = c.store_id and l.id = c.first_line_id
  where c.store_id = ${storeId} and c.first_order_id = any(${orderIds}::uuid[]) and c.status <> 'withdrawn' order by c.id limit 200`

/** What was recommended and the customer did not want yet. */
export const openRecommendations = (tx: Tx, storeId: string, plate: string) => tx.all<{ id: string; findings: string; decidedAt: Date | null }>`
  select id, findings, decided_at from repair_orders.v_recommendation where store_id = ${storeId} and plate = ${plate} order by id desc limit 50`
