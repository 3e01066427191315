import type { Letterhead } from './documents.ts'

/** 周二一页纸: how a week went with a manager's people, for the meeting. */
export type ManagersWeek = Letterhead & {
  readonly number: string
  /** Its first and last day. */
  readonly week: string
  readonly printedAt: string
  readonly manager: string
  readonly done: number
  readonly late: number
  readonly missed: number
  readonly excused: number
  readonly rate: string
  /** Of the manager's own supervision, not acknowledged. */
  readonly debt: number
  /** Those who fared worst stand on the page. */
  readonly peopleInAll: number
  readonly owedInAll: number
  readonly people: readonly { readonly name: string; readonly position: string; readonly done: number; readonly late: number; readonly missed: number; readonly excused: number; readonly rate: string }[]
  readonly misses: readonly { readonly duty: string; readonly position: string; readonly late: number; readonly missed: number }[]
  readonly owed: readonly { readonly duty: string; readonly person: string; readonly due: string; readonly level: number }[]
}
