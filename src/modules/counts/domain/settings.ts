import type { Threshold } from './counting.ts'
import type { Intervals } from './rolling.ts'

export type CountSettings = Threshold & Intervals & {
  /** Hundredths of a percent: what a count should reach (WHK-6.1, PTS-11.3). */ readonly accuracyTarget: number
}

/** What a store has that said nothing else: five pieces or 500 yuan apart are counted again, ten shelves a day. */
export const presetSettings: CountSettings = { recountThousandths: 5_000, recountFen: 50_000, linesADay: 10, daysA: 30, daysB: 90, daysC: 180, accuracyTarget: 9_800 }
