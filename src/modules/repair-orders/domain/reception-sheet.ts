import { z } from 'zod'

/** The walk-around: where on the outline of the car, and what. */
export const panels = [
  'front-bumper', 'bonnet', 'roof', 'boot', 'rear-bumper', 'left-front-wing', 'left-front-door', 'left-rear-door', 'left-rear-wing',
  'right-front-wing', 'right-front-door', 'right-rear-door', 'right-rear-wing', 'windscreen', 'rear-window', 'wheels',
] as const
export const damages = ['scratch', 'dent', 'crack', 'missing'] as const
export const fourPieces = ['seat-cover', 'steering-wheel-cover', 'gear-lever-cover', 'floor-mat'] as const
export const interiorItems = ['warning-lamps', 'air-conditioning', 'audio', 'horn', 'windows', 'seats', 'interior-lamp', 'wipers'] as const
export const luggage = ['spare-wheel', 'jack', 'tools', 'warning-triangle', 'fire-extinguisher', 'documents'] as const
/** A: the advisor judges; B: a short look is enough; C: a technician must diagnose (practice.md, 5.2). */
export const grades = ['A', 'B', 'C'] as const

const words = (longest: number) => z.string().trim().max(longest)

export const receptionSheet = z.strictObject({
  valuablesReminded: z.boolean(),
  valuables: words(300),
  keyTag: words(20),
  fourPieceSet: z.array(z.enum(fourPieces)).max(4),
  interior: z.record(z.enum(interiorItems), z.enum(['good', 'faulty'])),
  luggage: z.array(z.enum(luggage)).max(6),
  marks: z.array(z.strictObject({ panel: z.enum(panels), damage: z.enum(damages), note: words(100) })).max(60),
  tyres: words(200),
  consultation: z.strictObject({ words: words(1_000), when: words(200), where: words(200), frequency: words(200), grade: z.enum(grades) }),
  waits: z.boolean(),
  notes: words(500),
})
export type ReceptionSheet = z.output<typeof receptionSheet>

export const emptySheet: ReceptionSheet = {
  valuablesReminded: false, valuables: '', keyTag: '', fourPieceSet: [], luggage: [], marks: [], tyres: '', waits: false, notes: '',
  interior: Object.fromEntries(interiorItems.map((item) => [item, 'good'])) as ReceptionSheet['interior'],
  consultation: { words: '', when: '', where: '', frequency: '', grade: 'A' },
}
