import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Position } from '../../../kernel/permissions.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { listPositionNames } from '../../organisation/public.ts'
import type { seePackFile as fileRoute, seePacks as packsRoute, takePackFile as takeRoute } from '../contract.ts'
import { insertChanges, keepToday, type DutyEdit } from '../data/duties.ts'
import { keepProofs, keepTitles, removeFuture } from '../data/instances.ts'
import * as data from '../data/packs.ts'
import { defaultPack, isPosition, shippedDuties } from '../domain/default-pack.ts'
import { readRows, wordKey, type Known, type FileDuty } from '../domain/pack-file.ts'
import { reportableEvents } from '../domain/reportable-events.ts'
import { changesBetween, judgePack, outcomeOf, whyNotPack, whyNotTake, type JudgedRow } from '../domain/take-pack.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { generateInstances } from './generate.ts'
import { proofOf } from './proofs.ts'
import { readPackFile } from './read-pack-file.ts'
import { storeChecklists } from './store-checklists.ts'
import { daysAhead } from './upkeep.ts'

const codes = defaultPack.positions.map(({ position }) => position)

/** Events that something happens for: those of the manual that ships. */
export const knownEvents: ReadonlySet<string> = new Set([...reportableEvents.map(({ event }) => event), ...shippedDuties.flatMap(({ when }) => {
  const read = parseWhen(when)
  return !isFault(read) && read.kind === 'event' ? read.events.map(({ name }) => name) : []
})])

async function knownTo(reading: Pick<Reading, 'tx' | 'by'>, packId: string): Promise<Known> {
  const names = await listPositionNames(reading.tx)
  const proved = shippedDuties.filter(({ id }) => proofOf({ dutyId: id, provedBy: null }) !== null)
  return {
    packId, events: knownEvents, checklists: await storeChecklists(reading), shipped: new Set(shippedDuties.map(({ id }) => id)),
    positions: new Map(names.flatMap(({ code, zh, en }) => (isPosition(code) ? [code, zh, en].map((name): [string, Position] => [wordKey(name), code]) : []))),
    proofs: new Map(proved.map(({ id, zh, en, proof }) => [id, proof.flatMap((part) => (part.kind === 'auto' ? [{ zh: part.zh, en: part.en }] : []))[0] ?? { zh, en }] as const)),
  }
}

async function judge(reading: Pick<Reading, 'tx' | 'by'>, { packId, rows }: Pick<data.PackFileData, 'packId'> & { rows: Parameters<typeof readRows>[0] }): Promise<JudgedRow[]> {
  return judgePack(readRows(rows, await knownTo(reading, packId)), await data.dutiesOfPack(reading.tx, reading.by.storeId, packId))
}

export async function seePacks({ tx, by }: Reading): Promise<AnswerOf<typeof packsRoute>> {
  return { shipped: shippedDuties.length, rows: await data.listPacks(tx, by.storeId) }
}

export type PackFileWish = { readonly pack: string; readonly zh: string; readonly en: string; readonly fileName: string; readonly bytes: Uint8Array; readonly sha256: string }

/** The file is read and kept; nothing of the manual changes before somebody has looked at it and takes it. */
export async function sendPackFile(deed: Deed, { pack, zh, en, fileName, bytes, sha256 }: PackFileWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  refuseIf(whyNotPack(pack, codes))
  const rows = await readPackFile(bytes, fileName)
  await data.insertPack(tx, by.storeId, { id: pack, zh, en })
  const id = deed.newId()
  await data.insertFile(tx, by.storeId, { id, packId: pack, fileName, sha256, at: now, personName: by.name, rows })
  deed.record({ subject: 'pack-file', subjectId: id, after: { pack, fileName, sha256, rows: rows.length } })
  deed.announce({ event: 'duty.pack-file', subjectId: id })
  return { id }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const viewOf = ({ at, takenAt, ...file }: data.PackFileData) => ({ ...file, at: at.toISOString(), takenAt: iso(takenAt) })

/** Row by row what would become of the file now; of one that was taken, what became of it stands in its outcome. */
export async function seePackFile(reading: Reading, fileId: string): Promise<AnswerOf<typeof fileRoute>> {
  const { rows: raw, ...file } = found(await data.findFile(reading.tx, reading.by.storeId, fileId), 'file')
  const judged = file.takenAt === null ? await judge(reading, { packId: file.packId, rows: raw }) : []
  return {
    ...viewOf(file), outcome: file.outcome ?? outcomeOf(judged),
    rows: judged.map(({ line, id, verdict, duty, before, findings }) => ({
      line, id, verdict, zh: (duty ?? before)?.zh ?? '', en: (duty ?? before)?.en ?? '', changes: duty === null || before === null ? [] : changesBetween(before, duty), findings: [...findings],
      edit: duty === null || before === null || verdict !== 'changed' ? null : { before: editOf(before, true), after: editOf(duty, true) },
    })),
  }
}

export const listPackFiles = async ({ tx, by }: Reading, packId: string) => ({ rows: (await data.filesOfPack(tx, by.storeId, packId)).map(viewOf) })

const editOf = ({ due, watch, holder, graceMinutes, move, zh, en, position, proof }: Omit<FileDuty, 'area' | 'provedBy'>, active: boolean): DutyEdit => ({ due, watch: [...watch], holder, graceMinutes, move, active, zh, en, position, proof: [...proof] })

/** What is not yet open is made anew; what is open, and the past, stay. */
export async function makeAnew(deed: Deed, dutyIds: readonly string[]): Promise<number> {
  const { tx, by, now } = deed
  await removeFuture(tx, by.storeId, dutyIds, now)
  await keepToday(tx, by.storeId, dutyIds, startOfDay(localDay(now, by.timeZone), by.timeZone), now)
  return generateInstances(tx, { id: by.storeId, timeZone: by.timeZone }, { now, days: daysAhead, newId: deed.newId })
}

/** The good rows become the pack's next edition; the others stay as they were. */
export async function takePackFile(deed: Deed, { fileId, version }: { readonly fileId: string; readonly version: number }): Promise<AnswerOf<typeof takeRoute>> {
  const { tx, by, now } = deed
  const file = found(await data.lockFile(tx, by.storeId, fileId), 'file')
  refuseStale(file.version, version)
  const pack = found(await data.lockPack(tx, by.storeId, file.packId), 'pack')
  const judged = await judge(deed, file)
  const outcome = outcomeOf(judged)
  refuseIf(whyNotTake({ taken: file.takenAt !== null, outcome }))
  const edition = pack.edition + 1
  const put = judged.flatMap(({ verdict, duty }, place) => (duty !== null && (verdict === 'new' || verdict === 'changed') ? [{ ...duty, place }] : []))
  const gone = judged.filter(({ verdict }) => verdict === 'gone').map(({ id }) => id)
  await keepProofs(tx, by.storeId, put.map(({ id }) => id))
  await keepTitles(tx, by.storeId, put.map(({ id }) => id))
  await data.putDuties(tx, by.storeId, pack, put)
  await data.setGone(tx, by.storeId, gone)
  const changed = judged.flatMap(({ verdict, id, before, duty }) => (before !== null && (verdict === 'changed' || verdict === 'gone' || (verdict === 'new' && duty !== null))
    ? [{ id: deed.newId(), dutyId: id, before: editOf(before, before.withdrawn === null), after: editOf(duty ?? before, duty !== null && pack.active) }] : []))
  await insertChanges(tx, by.storeId, { at: now, personId: by.personId, personName: by.name, reason: `${pack.zh} ${pack.en} #${String(edition)}` }, changed)
  await data.setPack(tx, by.storeId, pack.id, { edition, active: pack.active })
  await data.setTaken(tx, by.storeId, { id: file.id, edition, at: now, byName: by.name, outcome })
  const made = await makeAnew(deed, [...put.map(({ id }) => id), ...gone])
  deed.record({ subject: 'pack', subjectId: by.storeId, before: { pack: pack.id, edition: pack.edition }, after: { pack: pack.id, edition, file: file.fileName, ...outcome } })
  deed.announce({ event: 'duty.pack-taken', subjectId: by.storeId })
  return { version: version + 1, edition, made, outcome }
}

/** A whole pack off, or on again: effect on the future only. */
export async function switchPack(deed: Deed, { packId, version, active, reason }: { readonly packId: string; readonly version: number; readonly active: boolean; readonly reason: string }): Promise<{ version: number; made: number }> {
  const { tx, by } = deed
  const pack = found(await data.lockPack(tx, by.storeId, packId), 'pack')
  refuseStale(pack.version, version)
  refuseIf(pack.active === active ? new Refusal('duties.pack-so-already') : null)
  await data.setPack(tx, by.storeId, packId, { edition: pack.edition, active })
  const made = await makeAnew(deed, (await data.setWithdrawn(tx, by.storeId, packId, !active)).map(({ id }) => id))
  deed.record({ subject: 'pack', subjectId: by.storeId, before: { pack: packId, active: pack.active }, after: { active }, reason })
  deed.announce({ event: 'duty.pack-switched', subjectId: by.storeId })
  return { version: version + 1, made }
}
