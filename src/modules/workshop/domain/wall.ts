import { showPlate } from '../../vehicles/domain/plate.ts'

/** As shops show plates to the public: '沪AD9231' → '沪A·D9**1'. */
export function maskPlate(plate: string): string {
  const shown = [...showPlate(plate)]
  const keep = Math.min(5, Math.max(1, shown.length - 3))
  return shown.map((place, index) => (index < keep || index === shown.length - 1 ? place : '*')).join('')
}

type Job = { readonly status: 'dispatched' | 'running' | 'paused' | 'finished' | 'stopped' }

/** How a car stands, in a word for the wall. */
export function stateOf(orderStatus: string, jobs: readonly Job[]): 'working' | 'waiting' | 'to-begin' | 'inspection' {
  if (orderStatus === 'in_inspection') return 'inspection'
  if (jobs.some(({ status }) => status === 'running')) return 'working'
  return jobs.some(({ status }) => status === 'paused') ? 'waiting' : 'to-begin'
}

/** Pixels of what stands above and below the cars, and of one row of them, as wall.css says. */
const sizes = { workshop: { around: 290, row: 128, columns: 6 }, reception: { around: 240, row: 46, columns: 1 } } as const

/** As many cars as a screen of this height shows without scrolling; of the others the wall says how many they are. */
export const wallFits = (wall: keyof typeof sizes, height: number): number => {
  const { around, row, columns } = sizes[wall]
  return Math.max(1, Math.floor((height - around) / row)) * columns
}
