/** Who stands in today for somebody absent, with what the absent one may do. */
export type StandIn = { readonly deputyId: string; readonly absentId: string; readonly permissions: readonly string[] }

/** Who decides in the place of somebody absent: never on what he asked for himself, nor on what the absent one asked for (rules.md, Approvals: deputy when absent). */
export const deputiesFor = (standIns: readonly StandIn[], right: string, askedBy: string): string[] =>
  [...new Set(standIns.filter(({ deputyId, absentId, permissions }) => deputyId !== askedBy && absentId !== askedBy && permissions.includes(right)).map(({ deputyId }) => deputyId))]
