import type { Position } from '../../../kernel/permissions.ts'

/**
 * What the manual wants done with a list besides signing it, and what signing therefore does: these positions are told what was found. Where nobody is named, the tasks that failed
 * points open are the report of missing tools and of faults (MTL-1.1).
 */
const reports: Readonly<Partial<Record<string, readonly Position[]>>> = { 'INF-2.6': ['STM'], 'FDS-2.7': ['SAD'], 'MTL-1.1': [] }

export const reportedBySigning = (dutyId: string): readonly Position[] | null => reports[dutyId] ?? null
