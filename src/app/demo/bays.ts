import type { BayKind } from '../../modules/workshop/domain/bays.ts'

export type DemoBay = { readonly name: string; readonly kind: BayKind }

const bays = (letter: string, kind: BayKind, count: number): DemoBay[] => Array.from({ length: count }, (_, index) => ({ name: `${letter}${String(index + 1).padStart(2, '0')}`, kind }))

/** 14 mechanical, 6 body, 4 for the preparation of paint and 2 booths, 1 alignment, 2 wash (scale.md). */
export const baysOfMainStore: readonly DemoBay[] = [...bays('B', 'mechanical', 14), ...bays('K', 'body', 6), ...bays('P', 'paint', 6), ...bays('A', 'alignment', 1), ...bays('W', 'wash', 2)]
export const baysOfSmallStore: readonly DemoBay[] = [...bays('B', 'mechanical', 9), ...bays('K', 'body', 2), ...bays('P', 'paint', 2), ...bays('W', 'wash', 1)]
