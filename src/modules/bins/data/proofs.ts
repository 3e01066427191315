import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { noneLeft, noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'
import { addressOf, brokenRule, presetRule, usualClasses, type StorageClass } from '../domain/storage.ts'
import { findRule, listZones, notPutAway } from './bins.ts'

const page = '/bins'

/** What lies where, and whether somebody gave a reason when he put it there against a rule. */
const lyingWhere = (tx: Tx, storeId: string) => tx.all<{ placeId: string; bin: string; storage: StorageClass; reasoned: boolean }>`
  select distinct b.place_id, b.bin, coalesce(c.class, u.class, 'normal') as storage,
    exists (select from bins.bin_move m where m.store_id = b.store_id and m.lot_id = b.lot_id and m.to_place = b.place_id and m.broken <> '') as reasoned
  from stock.v_lot_in_bin b
  join catalogue.v_part_facts f on f.id = b.part_id
  left join bins.part_class c on c.store_id = b.store_id and c.part_id = b.part_id
  left join unnest(${Object.keys(usualClasses)}::text[], ${Object.values(usualClasses)}::text[]) as u(category, class) on u.category = f.category
  where b.store_id = ${storeId}`

/** The zones are described, and nothing lies against a storage rule unless somebody gave the reason when he moved it there. */
const arranged: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId }) => {
    const zones = new Map((await listZones(tx, storeId)).map((zone) => [zone.code, zone]))
    if (zones.size === 0) return { met: false, figure: 0, target: 1, references: [page] }
    const rule = await findRule(tx, storeId) ?? presetRule
    const wrong = (await lyingWhere(tx, storeId)).filter(({ bin, storage, reasoned }) => {
      const { zone, level } = addressOf(bin)
      return !reasoned && brokenRule({ storage, level, zone: zones.get(zone) ?? null, rule }) !== null
    })
    return noneLeft([...new Set(wrong.map(({ placeId }) => `${page}/${placeId}`))])
  },
}

/** No delivery is still being counted and no goods still stand where they wait, after so many hours; where nothing waited, and nothing came into a bin in the time, there was nothing to put away. */
const putAway = (hours: number): Proof => ({
  settles: 'at-deadline', page: '/bin-moves',
  evaluate: async (tx, { storeId, from, until }) => {
    const waiting = await notPutAway(tx, storeId, until)
    const left = waiting.filter(({ since }) => since.getTime() < until.getTime() - hours * 3_600_000)
    const cameBy = await tx.all<Doer>`
      select distinct m.person_id as id, coalesce(p.name, '') as name from stock.v_move m join stock.v_place f on f.store_id = m.store_id and f.id = m.from_place and f.kind <> 'bin' join stock.v_place t on t.store_id = m.store_id and t.id = m.to_place and t.kind = 'bin'
      left join organisation.v_staff p on p.store_id = m.store_id and p.person_id = m.person_id
      where m.store_id = ${storeId} and m.id >= ${firstIdAt(from)} and m.id < ${firstIdAt(until)}`
    return noneLeftOf(left.map(({ kind, subjectId }) => (kind === 'receipt' ? `/receiving/${subjectId}` : `${page}/${subjectId}`)), cameBy.length > 0 || waiting.length > 0, cameBy.filter(({ name }) => name !== ''))
  },
})

/** Duties that the bins prove: shelved at once, and before leaving all of it. */
export const binProofs: Proofs = { 'WHK-5.2': arranged, 'PTS-11.2': putAway(2), 'WHK-4.1': putAway(0) }
