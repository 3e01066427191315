import { Refusal } from '../../../kernel/refusal.ts'

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使'
const ordinary = new RegExp(`^[${provinces}][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领]$`)
const newEnergy = new RegExp(`^[${provinces}][A-HJ-NP-Z]([A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`)
const temporary = new RegExp(`^(临[A-Z0-9]{4,8}|[${provinces}][A-Z0-9]{4,8}[临试]|(?=[A-Z0-9]*\\d)[A-Z0-9]{5,8})$`)

/** As it is stored and searched: half-width capitals without dot, space or dash. '沪a·d12 345' → '沪AD12345'. */
export function normalPlate(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s·•.．・-]/g, '')
}

/** Null means it can be a plate: seven places, eight for new energy, a temporary one, or a new car's last VIN places. */
export function whyNotPlate(plate: string): Refusal | null {
  if (ordinary.test(plate) || newEnergy.test(plate) || temporary.test(plate)) return null
  return new Refusal('vehicles.not-a-plate', { plate: plate.slice(0, 12) })
}

/** As it is read: '沪AD12345' → '沪A·D12345'. */
export const showPlate = (plate: string): string => (/^[\u4e00-\u9fff][A-Z]/.test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate)

export const isNewEnergyPlate = (plate: string): boolean => newEnergy.test(plate)
