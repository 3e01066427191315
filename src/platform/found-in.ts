import { empty, join, sql, type Sql } from './database.ts'

/** As a plate or number is written with or without its dot, and in small or capital letters. */
const plain = (words: string): string => words.replaceAll('·', '').toUpperCase()

/**
 * Keeps the rows of which one place has the typed words; nothing typed keeps all. Row by row along the list's own order, which its page bounds: under row security no index serves words
 * (rules of lists). Not for a table that grows with every visit.
 */
export const foundIn = (find: string, places: (has: (column: Sql) => Sql) => readonly Sql[]): Sql =>
  find === '' ? empty : sql`and (${join(places((column) => sql`strpos(upper(replace(${column}, '·', '')), ${plain(find)}) > 0`), ' or ')})`
