/** The walk-around: where on the outline of the car, and what. */
export const panels = [
  'front-bumper', 'bonnet', 'roof', 'boot', 'rear-bumper', 'left-front-wing', 'left-front-door', 'left-rear-door', 'left-rear-wing',
  'right-front-wing', 'right-front-door', 'right-rear-door', 'right-rear-wing', 'windscreen', 'rear-window', 'wheels',
] as const
export type Panel = (typeof panels)[number]
export const damages = ['scratch', 'dent', 'crack', 'missing'] as const
export type Damage = (typeof damages)[number]
export const fourPieces = ['seat-cover', 'steering-wheel-cover', 'gear-lever-cover', 'floor-mat'] as const
export type FourPiece = (typeof fourPieces)[number]
export const interiorItems = ['warning-lamps', 'air-conditioning', 'audio', 'horn', 'windows', 'seats', 'interior-lamp', 'wipers'] as const
export type InteriorItem = (typeof interiorItems)[number]
export const luggageItems = ['spare-wheel', 'jack', 'tools', 'warning-triangle', 'fire-extinguisher', 'documents'] as const
export type LuggageItem = (typeof luggageItems)[number]
/** A: the advisor judges; B: a short look is enough; C: a technician must diagnose (practice.md, 5.2). */
export const grades = ['A', 'B', 'C'] as const
export type Grade = (typeof grades)[number]

export type Mark = { readonly panel: Panel; readonly damage: Damage; readonly note: string }
export type Consultation = { readonly words: string; readonly when: string; readonly where: string; readonly frequency: string; readonly grade: Grade }

export type ReceptionSheet = {
  readonly valuablesReminded: boolean
  readonly valuables: string
  readonly keyTag: string
  readonly fourPieceSet: readonly FourPiece[]
  readonly interior: Readonly<Record<InteriorItem, 'good' | 'faulty'>>
  readonly luggage: readonly LuggageItem[]
  readonly marks: readonly Mark[]
  readonly tyres: string
  readonly consultation: Consultation
  readonly waits: boolean
  readonly notes: string
}

export const emptySheet: ReceptionSheet = {
  valuablesReminded: false, valuables: '', keyTag: '', fourPieceSet: [], luggage: [], marks: [], tyres: '', waits: false, notes: '',
  interior: { 'warning-lamps': 'good', 'air-conditioning': 'good', audio: 'good', horn: 'good', windows: 'good', seats: 'good', 'interior-lamp': 'good', wipers: 'good' },
  consultation: { words: '', when: '', where: '', frequency: '', grade: 'A' },
}
