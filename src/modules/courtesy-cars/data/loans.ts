import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Mark } from '../../repair-orders/domain/reception-sheet.ts'
import type { LoanStatus } from '../domain/loan.ts'

export type CarData = { id: string; plate: string; modelName: string; insuredUntil: string; km: number; fuelEighths: number; outOfService: string; active: boolean; version: number }

const carColumns = sql`c.id, c.plate, c.model_name, c.insured_until, c.km, c.fuel_eighths, c.out_of_service, c.active, c.version`

/** All of the house with who has them; retired ones last. */
export const listCars = (tx: Tx, storeId: string) => tx.all<CarData & { loanId: string | null; customerName: string | null; untilAt: Date | null; bookings: number }>`
  select ${carColumns}, l.id as loan_id, l.customer_name, l.until_at,
    (select count(*) from courtesy_cars.loan b where b.store_id = c.store_id and b.car_id = c.id and b.status = 'booked') as bookings
  from courtesy_cars.car c left join courtesy_cars.loan l on l.store_id = c.store_id and l.car_id = c.id and l.status = 'out'
  where c.store_id = ${storeId} order by c.active desc, c.plate limit 200`

/** Locked until the deed ends: of two who book the same car one comes second. */
export const lockCar = (tx: Tx, storeId: string, carId: string) => tx.maybe<CarData>`select ${carColumns} from courtesy_cars.car c where c.store_id = ${storeId} and c.id = ${carId} for update`

/** Answers 0 when the plate is known already. */
export const insertCar = (tx: Tx, storeId: string, c: Omit<CarData, 'active' | 'version'>) => tx.run`
  insert into courtesy_cars.car (store_id, id, plate, model_name, insured_until, km, fuel_eighths, out_of_service)
  values (${storeId}, ${c.id}, ${c.plate}, ${c.modelName}, ${c.insuredUntil}, ${c.km}, ${c.fuelEighths}, ${c.outOfService}) on conflict do nothing`

export const updateCar = (tx: Tx, storeId: string, c: Omit<CarData, 'plate' | 'version'>) => tx.run`
  update courtesy_cars.car set model_name = ${c.modelName}, insured_until = ${c.insuredUntil}, km = ${c.km}, fuel_eighths = ${c.fuelEighths}, out_of_service = ${c.outOfService}, active = ${c.active}, version = version + 1
  where store_id = ${storeId} and id = ${c.id}`

export const readCar = (tx: Tx, storeId: string, carId: string, reading: { km: number; fuelEighths: number }) => tx.run`
  update courtesy_cars.car set km = ${reading.km}, fuel_eighths = ${reading.fuelEighths}, version = version + 1 where store_id = ${storeId} and id = ${carId}`

export type LoanData = {
  id: string; number: string; status: LoanStatus; carId: string; plate: string; modelName: string; fromAt: Date; untilAt: Date; customerName: string; phone: string; appointmentId: string | null; bookedAt: Date; bookedByName: string
  driverName: string | null; licence: string | null; carKm: number; carFuel: number; kmOut: number | null; fuelOut: number | null; marks: readonly Mark[]; signature: string | null; outAt: Date | null; outByName: string | null
  kmIn: number | null; fuelIn: number | null; damage: string; fees: string; inAt: Date | null; inByName: string | null; reason: string; version: number
}

const loans = sql`
  select l.id, l.number, l.status, l.car_id, c.plate, c.model_name, l.from_at, l.until_at, l.customer_name, l.phone, l.appointment_id, l.booked_at, l.booked_by_name, l.driver_name, l.licence, c.km as car_km, c.fuel_eighths as car_fuel,
    l.km_out, l.fuel_out, l.marks, l.signature, l.out_at, l.out_by_name, l.km_in, l.fuel_in, l.damage, l.fees, l.in_at, l.in_by_name, l.reason, l.version
  from courtesy_cars.loan l join courtesy_cars.car c on c.store_id = l.store_id and c.id = l.car_id`

export const listLoans = (tx: Tx, storeId: string, { group, now, after, limit }: { group: 'open' | 'overdue' | 'all'; now: Date; after: string | null; limit: number }) => tx.all<LoanData>`
  ${loans} where l.store_id = ${storeId} ${after === null ? empty : sql`and l.id < ${after}`}
  ${group === 'all' ? empty : group === 'open' ? sql`and l.status in ('booked', 'out')` : sql`and l.status = 'out' and l.until_at < ${now}`} order by l.id desc limit ${limit}`

export const countOverdue = (tx: Tx, storeId: string, now: Date) => tx.one<{ overdue: number }>`
  select count(*) as overdue from courtesy_cars.loan where store_id = ${storeId} and status = 'out' and until_at < ${now}`

export const findLoan = (tx: Tx, storeId: string, loanId: string) => tx.maybe<LoanData>`${loans} where l.store_id = ${storeId} and l.id = ${loanId}`
/** Locked until the deed ends; its car is locked first. */
export const lockLoan = (tx: Tx, storeId: string, loanId: string) => tx.maybe<LoanData>`${loans} where l.store_id = ${storeId} and l.id = ${loanId} for update of l`

/** When cars are booked or out; one that is overdue is not free before it is back. */
export const termsOf = (tx: Tx, storeId: string, carIds: readonly string[], now: Date) => tx.all<{ id: string; carId: string; status: LoanStatus; from: Date; until: Date }>`
  select id, car_id, status, from_at as "from", case when status = 'out' then greatest(until_at, ${now}::timestamptz + interval '1 minute') else until_at end as "until"
  from courtesy_cars.loan where store_id = ${storeId} and car_id = any(${carIds}::uuid[]) and status in ('booked', 'out')`

export type NewLoan = Pick<LoanData, 'id' | 'number' | 'carId' | 'fromAt' | 'untilAt' | 'customerName' | 'phone' | 'appointmentId' | 'bookedAt' | 'bookedByName'>

export const insertLoan = (tx: Tx, storeId: string, l: NewLoan) => tx.run`
  insert into courtesy_cars.loan (store_id, id, number, status, car_id, from_at, until_at, customer_name, phone, appointment_id, booked_at, booked_by_name)
  values (${storeId}, ${l.id}, ${l.number}, 'booked', ${l.carId}, ${l.fromAt}, ${l.untilAt}, ${l.customerName}, ${l.phone}, ${l.appointmentId}, ${l.bookedAt}, ${l.bookedByName})`

export type HandedOut = { id: string; driverName: string; licence: string; kmOut: number; fuelOut: number; marks: readonly Mark[]; signature: string; at: Date; byName: string }

export const markOut = (tx: Tx, storeId: string, h: HandedOut) => tx.run`
  update courtesy_cars.loan set status = 'out', driver_name = ${h.driverName}, licence = ${h.licence}, km_out = ${h.kmOut}, fuel_out = ${h.fuelOut}, marks = ${JSON.stringify(h.marks)}::jsonb, signature = ${h.signature},
    out_at = ${h.at}, out_by_name = ${h.byName}, version = version + 1 where store_id = ${storeId} and id = ${h.id}`

export const markReturned = (tx: Tx, storeId: string, r: { id: string; kmIn: number; fuelIn: number; damage: string; fees: string; at: Date; byName: string }) => tx.run`
  update courtesy_cars.loan set status = 'returned', km_in = ${r.kmIn}, fuel_in = ${r.fuelIn}, damage = ${r.damage}, fees = ${r.fees}, in_at = ${r.at}, in_by_name = ${r.byName}, version = version + 1 where store_id = ${storeId} and id = ${r.id}`

export const markCancelled = (tx: Tx, storeId: string, loanId: string, reason: string) => tx.run`
  update courtesy_cars.loan set status = 'cancelled', reason = ${reason}, version = version + 1 where store_id = ${storeId} and id = ${loanId}`

export const moveTerm = (tx: Tx, storeId: string, loanId: string, { from, until }: { from: Date; until: Date }) => tx.run`
  update courtesy_cars.loan set from_at = ${from}, until_at = ${until}, version = version + 1 where store_id = ${storeId} and id = ${loanId}`

/** What is booked for an appointment. */
export const bookedFor = (tx: Tx, storeId: string, appointmentId: string) => tx.maybe<{ id: string; status: LoanStatus }>`
  select id, status from courtesy_cars.loan where store_id = ${storeId} and appointment_id = ${appointmentId} and status in ('booked', 'out') limit 1`
