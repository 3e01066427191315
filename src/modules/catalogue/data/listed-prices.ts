import { sql, type Sql, type Tx } from '../../../platform/database.ts'

/**
 * Prices of a whole list at once, by the same rule of periods as one price (domain/price-periods.ts): the running one ends on the day before, a new one counts until the next planned one.
 * `source` gives part_id, kind, price_fen. Tens of thousands of parts: whoever calls gives them in pieces that stay below the limit of one statement.
 * A list that is taken up in several transactions is under way meanwhile: what it wrote counts for nobody, and what it ended counts on, until the moment it is whole (catalogue.v_price).
 */
type Listed = { readonly source: Sql; readonly listId: string; readonly day: string }

/** In the order of ids, as everybody locks them; lines that are just being added to estimates do not wait for it. */
export const lockListed = (tx: Tx, source: Sql) => tx.one<{ count: number }>`
  select count(*) as count from (select p.id from catalogue.part p where p.id in (select s.part_id from (${source}) s) order by p.id for no key update) held`

export const beginListed = (tx: Tx, listId: string) => tx.run`insert into catalogue.list_under_way (list_id) values (${listId})`
/** From here on all its prices count, or, where they went out again, none. */
export const endListing = (tx: Tx, listId: string) => tx.run`delete from catalogue.list_under_way where list_id = ${listId}`

/** The parts whose prices of the list go out next. */
export const nextOut = (listId: string, most: number): Sql => sql`select part_id from catalogue.part_price where list_id = ${listId} order by part_id, kind limit ${most}`

/** Parts of the list for which another price begins on the very same day. */
export const beginOn = async (tx: Tx, { source, day }: Omit<Listed, 'listId'>): Promise<number> => (await tx.one<{ count: number }>`
  select count(*) as count from (${source}) s join catalogue.part_price p on p.part_id = s.part_id and p.kind = s.kind and p.valid_from = ${day}::date where p.price_fen <> s.price_fen`).count

/** Where that price counts on the day already, nothing is written. Answers how many were. Each price is looked up by its key, so that no plan depends on what is known of a list that was just written. */
export const takeUp = async (tx: Tx, { source, listId, day }: Listed): Promise<number> => (await tx.one<{ count: number }>`
  with wanted as materialized (
    select s.part_id, s.kind, s.price_fen, r.valid_from as running_from, r.valid_until as running_until
    from (${source}) s
    left join lateral (select valid_from, valid_until, price_fen from catalogue.part_price p where p.part_id = s.part_id and p.kind = s.kind and p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date) limit 1) r on true
    where r.price_fen is distinct from s.price_fen
  ), ended as (
    update catalogue.part_price p set valid_until = ${day}::date - 1, cut_by = ${listId}, until_before = p.valid_until
    from wanted w where p.part_id = w.part_id and p.kind = w.kind and p.valid_from = w.running_from and w.running_from < ${day}::date
  ), added as (
    insert into catalogue.part_price (part_id, kind, valid_from, valid_until, price_fen, list_id, cut_until)
    select w.part_id, w.kind, ${day}::date, (select min(n.valid_from) - 1 from catalogue.part_price n where n.part_id = w.part_id and n.kind = w.kind and n.valid_from > ${day}::date), w.price_fen, ${listId}::uuid, w.running_until
    from wanted w returning 1
  ) select count(*) as count from added`).count

/** Of these parts the list's price ends on the day before, and none follows: before the list there was none. Ended `by` a counter list, it counts on while that one is under way. Found by its part, not among all of the list's (hence coalesce). */
export const endListed = (tx: Tx, { source, listId, day, by }: Listed & { readonly by: string }) => tx.run`
  update catalogue.part_price p set valid_until = ${day}::date - 1, cut_by = ${by}, until_before = p.valid_until from (${source}) s
  where p.part_id = s.part_id and p.kind = s.kind and coalesce(p.list_id = ${listId}, false) and p.valid_from < ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)`

/** The list's prices go out again, and those before them count on, as long as they would have or until the next one begins. In pieces: answers how many went. */
export const takeOut = async (tx: Tx, listId: string, most: number): Promise<number> => (await tx.one<{ count: number }>`
  with gone as (
    delete from catalogue.part_price where (part_id, kind, valid_from) in (select part_id, kind, valid_from from catalogue.part_price where list_id = ${listId} order by part_id, kind limit ${most})
    returning part_id, kind, valid_from, valid_until, cut_until
  ), again as (
    update catalogue.part_price p set valid_until = least(g.valid_until, g.cut_until), cut_by = null from gone g where p.part_id = g.part_id and p.kind = g.kind and p.valid_until = g.valid_from - 1
  ) select count(*) as count from gone`).count
