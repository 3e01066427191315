import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import type { CountKind } from '../domain/life.ts'
import { presetSettings } from '../domain/settings.ts'

const page = '/counts'
const pageOf = (id: string): string => `${page}/${id}`

/** A full count whose column was written in the time of the duty. */
const fullCount = (evaluated: 'closed' | 'prepared'): Proof => ({
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const rows = await tx.all<{ id: string; byName: string }>`
      select id, case when ${evaluated === 'closed'} then ended_by_name else prepared_by_name end as by_name from counts.count where store_id = ${storeId} and kind = 'full' and case when ${evaluated === 'closed'} then status = 'closed' and ended_at >= ${from} and ended_at <= ${until} else prepared_at >= ${from} and prepared_at <= ${until} end
      order by id desc limit 20`
    return { met: rows.length > 0, figure: rows.length, target: 1, references: rows.map(({ id }) => pageOf(id)), doers: rows.map(({ byName }) => ({ name: byName })) }
  },
})

/** Everybody whom the plan names read the briefing of this count. */
const briefed: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`select count(read_at) as had, count(*) as all from counts.counter where store_id = ${storeId} and count_id = ${subjectId} and named`
    return { met: all > 0 && had === all, figure: had, target: Math.max(1, all), references: [pageOf(subjectId ?? '')] }
  },
}

/** Every difference of this count has its reason. */
const explained: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(reason) as had, count(*) as all from counts.line where store_id = ${storeId} and count_id = ${subjectId} and difference_thousandths <> 0`
    return { ...allOf(had, all), references: [pageOf(subjectId ?? '')] }
  },
}

/** The differences of this count, approved by finance, are on the books. */
const adjusted: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const count = await tx.maybe<{ met: boolean; adjustedByName: string | null }>`select approved_at is not null and adjusted_at is not null as met, adjusted_by_name from counts.count where store_id = ${storeId} and id = ${subjectId}`
    const met = count?.met === true
    return { met, figure: met ? 1 : 0, target: 1, references: [pageOf(subjectId ?? '')], doers: count === null || count.adjustedByName === null ? [] : [{ name: count.adjustedByName }] }
  },
}

/** So many shelves of rolling counts as the store wants a day, or all where there are fewer. */
const shelvesCounted: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { figure, target } = await tx.one<{ figure: number; target: number }>`
      select (select count(*) from counts.line l join counts.count c on c.store_id = l.store_id and c.id = l.count_id where l.store_id = ${storeId} and l.counted_at >= ${from} and l.counted_at <= ${until}) as figure,
        coalesce((select lines_a_day from counts.setting where store_id = ${storeId}), ${presetSettings.linesADay}) as target`
    return { met: figure >= target, figure, target, references: [page] }
  },
}

/** How right the books were in the counts of a kind that were entered in the time: in whole percent, rounded down. Nothing counted is not met. */
const accuracy = (kind: CountKind): Proof => ({
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, lines, target } = await tx.one<{ had: number; lines: number; target: number }>`
      select coalesce(sum(lines_right), 0)::bigint as had, coalesce(sum(lines), 0)::bigint as lines, coalesce((select accuracy_target from counts.setting where store_id = ${storeId}), ${presetSettings.accuracyTarget}) as target
      from counts.count where store_id = ${storeId} and kind = ${kind} and entered_at >= ${from} and entered_at <= ${until} and status not in ('recounting', 'cancelled', 'reversed')`
    return { met: lines > 0 && had * 10_000 >= target * lines, figure: lines === 0 ? 0 : Math.floor((had * 100) / lines), target: Math.ceil(target / 100), references: [page] }
  },
})

/** Duties that counts prove. */
export const countProofs: Proofs = {
  'PTS-8.1': fullCount('closed'), 'PTS-8.2': briefed, 'PTS-8.3': explained, 'PTS-8.4': adjusted, 'PPL-7.1': fullCount('prepared'), 'PPL-7.2': adjusted, 'WHK-5.1': shelvesCounted, 'WHK-6.1': accuracy('full'), 'PTS-11.3': accuracy('rolling'),
}
