import type { Letterhead } from './documents.ts'

/** 会议纪要: what was said and decided, and who was there. */
export type MeetingMinutes = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly meeting: string
  readonly heldAt: string
  readonly place: string
  readonly convenor: string
  /** Who issued the minutes, and when. */
  readonly issued: string
  readonly minutes: string
  readonly people: readonly { readonly name: string; readonly position: string; readonly there: string }[]
  readonly points: readonly { readonly point: string; readonly said: string }[]
  readonly decisions: readonly { readonly words: string; readonly task: string; readonly owner: string; readonly due: string }[]
  readonly addenda: readonly { readonly words: string; readonly by: string }[]
}
