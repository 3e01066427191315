/** How long the law wants records kept; a store may keep longer, never shorter. */
export type Terms = {
  /** Books, invoices and what belongs to them: ten years (税收征收管理法实施细则 29; 发票管理办法 asks for five). */
  readonly invoiceYears: number
  /** The record of a repair: six years for a household car (家用汽车产品修理更换退货责任规定 17), two for every other (机动车维修管理规定). */
  readonly repairYears: number
  /** After so many years without a sign of him, a customer is proposed for erasure (个人信息保护法 19 and 47: no longer than the purpose needs). The store's own choice. */
  readonly quietYears: number
}

export const presetTerms: Terms = { invoiceYears: 10, repairYears: 6, quietYears: 10 }
export const leastYears: Terms = { invoiceYears: 10, repairYears: 6, quietYears: 1 }
export const mostYears = 50

/** The same day so many years before; 29 February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) - years)}${day.slice(4)}`
  return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved ? moved : `${moved.slice(0, 8)}28`
}
