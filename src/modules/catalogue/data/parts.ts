import { empty, join, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { PartCategory } from '../domain/kinds.ts'

export type PartData = {
  id: string; number: string; nameZh: string; nameEn: string; unit: string; packThousandths: number; category: PartCategory
  supersededBy: string | null; active: boolean; version: number
}

const columns = sql`id, number, name_zh, name_en, unit, pack_thousandths, category, superseded_by, active, version`

export type PartFilter = {
  patterns: readonly string[]; barcode: string | null; category: PartCategory | null; activeOnly: boolean; after: string | null; limit: number
}

/** A scanned barcode and typed words come through the same box. A condition each: `like all (array)` would not use the index. */
const matches = ({ patterns, barcode }: PartFilter): Sql => sql`((${join(patterns.map((pattern) => sql`find_text like ${pattern}`), ' and ')})
  or id = (select part_id from catalogue.part_barcode where barcode = ${barcode}))`

/**
 * A prepared statement does not know the pattern. For words of three letters or two characters the hits are few: `offset 0` makes the planner
 * take them from the trigram index first (3 ms of 80,000 parts; walking the numbers until 100 fit took 30). Shorter words fit many: walk.
 */
function source(filter: PartFilter): Sql {
  if (filter.patterns.length === 0) return sql`catalogue.part where true`
  const narrow = filter.patterns.some((pattern) => pattern.length >= 6)
  return narrow ? sql`(select * from catalogue.part where ${matches(filter)} offset 0) part where true` : sql`catalogue.part where ${matches(filter)}`
}

/** By number; one trigram index serves every kind of word (domain/find-text.ts). */
export const listParts = (tx: Tx, filter: PartFilter) => tx.all<PartData>`
  select ${columns} from ${source(filter)}
  ${filter.activeOnly ? sql`and active` : empty}
  ${filter.category === null ? empty : sql`and category = ${filter.category}`}
  ${filter.after === null ? empty : sql`and number > ${filter.after}`}
  order by number limit ${filter.limit}`

export const findPart = (tx: Tx, partId: string) => tx.maybe<PartData>`select ${columns} from catalogue.part where id = ${partId}`

/** Held by whoever changes the part or its prices, so that two periods are never judged side by side. */
export const lockPart = (tx: Tx, partId: string) => tx.maybe<PartData>`select ${columns} from catalogue.part where id = ${partId} for update`

export const findPartByNumber = (tx: Tx, number: string) => tx.maybe<{ id: string }>`select id from catalogue.part where number = ${number}`

export type PartFacts = { id: string; number: string; nameZh: string; nameEn: string; unit: string; category: PartCategory; supersededBy: string | null }

export const findParts = (tx: Tx, partIds: readonly string[]) => tx.all<PartFacts>`
  select id, number, name_zh, name_en, unit, category, superseded_by from catalogue.part where id = any(${partIds}::uuid[])`

export type ChainLink = { wishedId: string; partId: string; number: string }

/** For each part that supersedes or is superseded, its whole chain, oldest first; parts without a chain have no rows. */
export const partChains = (tx: Tx, partIds: readonly string[]) => tx.all<ChainLink>`
  with recursive wished as (
    select id, superseded_by from catalogue.part p where id = any(${partIds}::uuid[])
      and (superseded_by is not null or exists (select 1 from catalogue.part o where o.superseded_by = p.id))
  ), older as (
    select id as wished_id, id, 0 as place from wished
    union all
    select c.wished_id, p.id, c.place - 1 from older c join catalogue.part p on p.superseded_by = c.id where c.place > -20
  ), newer as (
    select id as wished_id, superseded_by as id, 1 as place from wished where superseded_by is not null
    union all
    select c.wished_id, p.superseded_by, c.place + 1 from newer c join catalogue.part p on p.id = c.id where p.superseded_by is not null and c.place < 20
  )
  select c.wished_id, p.id as part_id, p.number
  from (select * from older union all select * from newer) c join catalogue.part p on p.id = c.id
  order by c.wished_id, c.place, p.number`

export type NewPart = Omit<PartData, 'active' | 'version'> & { initials: string; findText: string }

export const insertParts = (tx: Tx, rows: readonly NewPart[]) => tx.run`
  insert into catalogue.part (id, number, name_zh, name_en, initials, unit, pack_thousandths, category, superseded_by, find_text)
  select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.number)}::text[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[],
    ${rows.map((r) => r.initials)}::text[], ${rows.map((r) => r.unit)}::text[], ${rows.map((r) => r.packThousandths)}::bigint[], ${rows.map((r) => r.category)}::text[],
    ${rows.map((r) => r.supersededBy)}::uuid[], ${rows.map((r) => r.findText)}::text[])`

export const updatePart = (tx: Tx, part: Omit<NewPart, 'number'> & { active: boolean; version: number }) => tx.run`
  update catalogue.part
  set name_zh = ${part.nameZh}, name_en = ${part.nameEn}, initials = ${part.initials}, unit = ${part.unit}, pack_thousandths = ${part.packThousandths},
    category = ${part.category}, superseded_by = ${part.supersededBy}, find_text = ${part.findText}, active = ${part.active}, version = version + 1
  where id = ${part.id} and version = ${part.version}`

export type ChainPart = { id: string; number: string; nameZh: string; nameEn: string }

/** What follows the part, nearest first. The path stops a circle that came in by an import. */
export const listSuccessors = (tx: Tx, partId: string) => tx.all<ChainPart>`
  with recursive chain as (
    select id, superseded_by, 0 as place from catalogue.part where id = ${partId}
    union all
    select p.id, p.superseded_by, c.place + 1 from chain c join catalogue.part p on p.id = c.superseded_by
  ) cycle id set again using path
  select p.id, p.number, p.name_zh, p.name_en from chain c join catalogue.part p on p.id = c.id
  where c.place > 0 and not c.again order by c.place limit 50`

/** What the part replaces, farthest first. */
export const listPredecessors = (tx: Tx, partId: string) => tx.all<ChainPart>`
  with recursive chain as (
    select id, 0 as place from catalogue.part where id = ${partId}
    union all
    select p.id, c.place + 1 from chain c join catalogue.part p on p.superseded_by = c.id
  ) cycle id set again using path
  select p.id, p.number, p.name_zh, p.name_en from chain c join catalogue.part p on p.id = c.id
  where c.place > 0 and not c.again order by c.place desc, p.number limit 50`
