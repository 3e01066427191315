export const trades = ['mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash', 'diagnosis'] as const
export type Trade = (typeof trades)[number]

/** The kind of repair decides the legal guarantee on it (practice.md, 7.1: overhaul 100 days, second maintenance 30, minor 10). */
export const repairKinds = ['overhaul', 'second-maintenance', 'minor'] as const
export type RepairKind = (typeof repairKinds)[number]

export const energies = ['petrol', 'diesel', 'hybrid', 'electric'] as const
export type Energy = (typeof energies)[number]

export const partCategories = [
  'filter', 'fluid', 'ignition', 'engine', 'transmission', 'brake', 'chassis', 'electrical', 'cooling', 'body', 'glass', 'lamp', 'tyre', 'interior', 'consumable', 'accessory',
] as const
export type PartCategory = (typeof partCategories)[number]

/** Units as they stand on Chinese packing lists. */
export const partUnits = ['个', '件', '套', '升', '桶', '瓶', '条', '片', '支', '对', '米', '千克'] as const
