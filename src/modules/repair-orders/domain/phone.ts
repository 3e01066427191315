import type { Status } from './life.ts'

export type OrderOfPhone = { readonly advisorId: string; readonly closedAt: Date | null; readonly status: Status }

/**
 * Who sees the number of whoever brought the car without asking for it: the order's own advisor while it is open, and whoever takes a quoted car over, since he writes the
 * reception sheet. All others see it masked, and may reveal it on record (rules.md, Masked phones).
 */
export const needsPhone = (reader: { readonly personId: string; readonly mayReveal: boolean; readonly mayReceive: boolean }, { advisorId, closedAt, status }: OrderOfPhone): boolean =>
  closedAt === null && ((advisorId === reader.personId && reader.mayReveal) || ((status === 'quoted' || status === 'arrived') && reader.mayReceive))
