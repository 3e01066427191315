import type { Actor } from '../../kernel/actor.ts'
import { localDay, wallTime } from '../../kernel/time.ts'
import type { OutgoingFile } from '../http/binding.ts'
import { sheetTypes, type Cell } from './cells.ts'
import { writeSheet } from './write-sheet.ts'

export type ListSheet = { readonly title: string; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** A list as people take it out: above its columns stands what it is, of which store, by whom and when. */
export async function listFile({ by, now }: { readonly by: Actor; readonly now: Date }, { title, head, rows }: ListSheet): Promise<OutgoingFile> {
  const bytes = await writeSheet('xlsx', { name: title, headRows: 2, widths: head.map(() => 18) }, [[`${title} · ${by.storeCode} · ${by.name} · ${sheetMoment(by, now)}`], head, ...rows])
  return { name: `${title} ${by.storeCode} ${localDay(now, by.timeZone)}.xlsx`, type: sheetTypes.xlsx, bytes }
}

/** As the store's clock shows it; empty where it has not come. */
export const sheetMoment = ({ timeZone }: Pick<Actor, 'timeZone'>, at: Date | null): string => (at === null ? '' : wallTime(at, timeZone).replace('T', ' '))

/** Money as a number that a sheet can add up; empty where there is none. */
export const sheetYuan = (fen: number | null): Cell => (fen === null ? '' : fen / 100)
