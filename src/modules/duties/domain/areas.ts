import { processAudit } from './checklists.ts'

/** Parts of the house that are looked at, in the words of the problem channel. */
export const areas = [
  { code: 'front-desk', zh: '前台', en: 'Desk' },
  { code: 'workshop', zh: '车间', en: 'Workshop' },
  { code: 'parts', zh: '配件', en: 'Parts' },
  { code: 'house', zh: '全店', en: 'House' },
] as const
export type Area = (typeof areas)[number]['code']
export const areaCodes = areas.map(({ code }) => code)

/** Lists that say themselves where one looks, whoever signs them: the workshop's 5S is also the insurance specialist's (INS-1.3). */
const listsOf: Readonly<Partial<Record<Area, readonly string[]>>> = {
  'front-desk': ['front-desk 5S', 'desk opening', 'desk 5S', 'document review', processAudit.code],
  workshop: ['workshop 5S', 'equipment and appearance, signed', 'tool count', 'team 5S; oil drum <= 2/3', 'four-piece set per vehicle in the workshop'],
  parts: ['store safety', 'store 5S', 'store closing', 'pick-up'],
  house: ['6S round'],
}
/** Every other list, the big clean and the store's own too, is about the place of those who sign it. */
const positionsOf: Readonly<Partial<Record<Area, readonly string[]>>> = { 'front-desk': ['FDS', 'SAD', 'WCL', 'CCC'], workshop: ['WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH'], parts: ['PTS', 'PPL', 'WHK'] }

export const areaOf = ({ checklist, position }: { readonly checklist: string; readonly position: string }): Area =>
  areaCodes.find((area) => listsOf[area]?.includes(checklist)) ?? areaCodes.find((area) => positionsOf[area]?.includes(position)) ?? 'house'
