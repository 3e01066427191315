import type { Doer, Proof, Proofs } from '../../../platform/proof.ts'
import type { ReviewedFigure } from '../domain/figures.ts'

/** Somebody of this position looked at the figure in the time and said what he concluded; the figure as it was is kept with it. */
const reviewed = (figure: ReviewedFigure, position: string, page: string): Proof => ({
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const doers = await tx.all<Doer>`
      select distinct person_id as id, person_name as name from stock_health.review where store_id = ${storeId} and figure = ${figure} and at >= ${from} and at <= ${until} and ${position} = any(positions)`
    return { met: doers.length > 0, figure: Math.min(1, doers.length), target: 1, references: doers.length > 0 ? [page] : [], doers }
  },
})

/** The list of dead stock was looked at by this position, and where something was dead, a promotion was planned in the time or runs in it (PTS-7.3, STM-5.1). */
const deadStockDealtWith = (position: string): Proof => ({
  settles: 'when-met', timed: true, page: '/dead-stock',
  evaluate: async (tx, question) => {
    const { storeId, from, until } = question
    const seen = await reviewed('dead-stock', position, '/dead-stock').evaluate(tx, question)
    const { none } = await tx.one<{ none: boolean }>`
      select coalesce((select (snapshot ->> 'parts')::bigint = 0 from stock_health.review where store_id = ${storeId} and figure = 'dead-stock' and at >= ${from} and at <= ${until} order by at desc limit 1), false) as none`
    const plans = await tx.all<{ id: string }>`
      select id from stock_health.promotion where store_id = ${storeId} and planned_at <= ${until} and (planned_at >= ${from} or (ended_at is null and until_day >= ${from}::date)) order by id desc limit 20`
    const figure = seen.figure + (none || plans.length > 0 ? 1 : 0)
    return { met: figure === 2, figure, target: 2, references: [...seen.references, ...plans.map(({ id }) => `/promotions/${id}`)], doers: seen.doers ?? [] }
  },
})

/** Days before a count in which what is scrapped belongs to it, where no full count was before: the two months between counts. */
const daysBetweenCounts = 62

/** Before the day of this count, and since the full count before it, an application passed all three signatures (PTS-7.4). */
const scrapped: Proof = {
  settles: 'when-met', page: '/scraps',
  evaluate: async (tx, { storeId, subjectId }) => {
    const rows = await tx.all<{ id: string }>`
      select s.id from counts.v_count c
      join stock_health.scrap s on s.store_id = c.store_id and s.moved_at < c.day::timestamptz + interval '1 day' and s.status = 'scrapped' and s.moved_at >= coalesce(
        (select max(b.ended_at) from counts.v_count b where b.store_id = c.store_id and b.kind = 'full' and b.status = 'closed' and b.day < c.day), c.day::timestamptz - make_interval(days => ${daysBetweenCounts}))
      where c.store_id = ${storeId} and c.id = ${subjectId} order by s.id desc limit 20`
    return { met: rows.length > 0, figure: Math.min(1, rows.length), target: 1, references: rows.map(({ id }) => `/scraps/${id}`) }
  },
}

/** Duties that the health of the stock proves. */
export const stockHealthProofs: Proofs = {
  'PTS-7.1': reviewed('attainment', 'PTS', '/stock-health'), 'PTS-7.2': reviewed('turnover', 'PTS', '/stock-health/turnover'), 'PTS-7.3': deadStockDealtWith('PTS'), 'PTS-7.4': scrapped,
  'STM-5.1': deadStockDealtWith('STM'), 'STM-5.2': reviewed('turnover', 'STM', '/stock-health/turnover'),
}
