import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import type { DutyNeeds } from '../../rosters/public.ts'
import { listDuties, type DutyData } from '../data/duties.ts'
import { isSigned } from '../domain/checklists.ts'
import { isInForce } from '../domain/own-duty.ts'
import { isStanding } from '../domain/standing.ts'
import { dutyPermissions } from '../permissions.ts'
import { owedWhen, proofOf } from './proofs.ts'
import type { StoreOfDuties } from './store-of-duties.ts'

/** The right that a page needs, by the first part of its address. */
let rightOfPage: ReadonlyMap<string, string> = new Map()

/** The rights of the deeds that are done there, by the duty whose data they make. */
let rightsOfDeeds: ReadonlyMap<string, readonly string[]> = new Map()

export function registerDutyRights({ pages, deeds }: { readonly pages: Readonly<Record<string, string>>; readonly deeds: Readonly<Record<string, readonly string[]>> }): void {
  rightOfPage = new Map(Object.entries(pages))
  rightsOfDeeds = new Map(Object.entries(deeds))
}

const firstPart = (address: string): string => `/${address.split(/[/?]/u)[1] ?? ''}`

/** What the button of a duty asks for: the page where its data is made and the deeds that make it, and the right to file where somebody signs or records. */
function needsOf(duty: DutyData): string[] {
  const proof = proofOf({ dutyId: duty.id, provedBy: duty.provedBy })
  const page = proof === null ? undefined : rightOfPage.get(firstPart(proof.page))
  const deeds = proof === null ? [] : rightsOfDeeds.get(duty.provedBy ?? duty.id) ?? []
  return [...new Set([dutyPermissions.see.permission, ...(page === undefined ? [] : [page]), ...deeds, ...(proof === null || isSigned(duty.proof) ? [dutyPermissions.file.permission] : [])])]
}

/** What somebody else would have to do for each of these people: his own duties, and those of his positions that nobody else holds; without what no deadline asks for. */
export async function dutiesOfPeople(tx: Tx, store: StoreOfDuties, personIds: readonly string[], now: Date): Promise<Map<string, DutyNeeds[]>> {
  const held = await peopleByPosition(tx, store, now)
  const today = localDay(now, store.timeZone)
  const duties = (await listDuties(tx, store.id)).filter((duty) => duty.active && duty.withdrawn === null && isInForce(duty, today) && !isStanding(owedWhen(duty)))
  const isHis = (personId: string, { position, holder }: DutyData): boolean => {
    const holders = held.get(position) ?? []
    return holders.some(({ id }) => id === personId) && (holder === 'each' || holders.length === 1)
  }
  return new Map(personIds.map((personId) => [personId, duties.filter((duty) => isHis(personId, duty)).map((duty) => ({ id: duty.id, zh: duty.zh, en: duty.en, needs: needsOf(duty) }))]))
}
