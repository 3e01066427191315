/** What people are told. */
export const noticeKinds = ['duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'source-lost', 'arrival-reversed', 'checklist-signed', 'day-digest', 'week-page', 'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Whom a kind concerns: who owes the duty, who supervises him (and, as it climbs, their superiors), who may decide, the car's advisor, to whom it is assigned, for whom the round is made, who supervises at all, who answers other stores, asks them, or receives their goods, the front desk, whose task it is, who asked. */
export const audiences = {
  'duty-late': 'holder', 'duty-climbed': 'supervisors', 'approval-waits': 'deciders', 'promise-at-risk': 'advisor', 'promise-passed': 'advisor', 'complaint-runs': 'assigned', 'shortage-arrived': 'advisor', 'source-lost': 'advisor', 'arrival-reversed': 'advisor', 'checklist-signed': 'readers', 'day-digest': 'managers', 'week-page': 'managers',
  'transfer-asked': 'answerers', 'transfer-refused': 'askers', 'transfer-shipped': 'receivers', 'transfer-differs': 'answerers', 'order-days-announced': 'desk', 'task-given': 'owner', 'approval-refused': 'asked',
} as const satisfies Readonly<Record<NoticeKind, string>>

/** How a kind reaches a person's mail. In the product he sees each of them, whatever he chose. */
export const ways = ['now', 'digest', 'off'] as const
export type Way = (typeof ways)[number]

/** What waits a while without harm comes in one mail a day: digest instead of noise. */
export const presetWays: Readonly<Record<NoticeKind, Way>> = {
  'duty-late': 'digest', 'duty-climbed': 'digest', 'approval-waits': 'now', 'promise-at-risk': 'now', 'promise-passed': 'now', 'complaint-runs': 'now', 'shortage-arrived': 'now', 'source-lost': 'now', 'arrival-reversed': 'now', 'checklist-signed': 'digest', 'day-digest': 'digest', 'week-page': 'now',
  'transfer-asked': 'now', 'transfer-refused': 'now', 'transfer-shipped': 'now', 'transfer-differs': 'now', 'order-days-announced': 'digest', 'task-given': 'now', 'approval-refused': 'now',
}

/** What comes in numbers: one line says how many, and names the newest. */
export const foldingKinds: readonly NoticeKind[] = ['duty-late', 'duty-climbed']

export type Ways = Partial<Readonly<Record<NoticeKind, Way>>>
export const wayOf = (chosen: Ways, kind: NoticeKind): Way => chosen[kind] ?? presetWays[kind]

/** What its sentence names. A fact that ends in Zh stands beside one that ends in En; moments are written as the store's clock shows them. */
export type NoticeFacts = Readonly<Record<string, string | number>>

const tail = 4
const plateLike = /[\u4e00-\u9fff][A-Z][·\s]?[A-Z0-9]{5,6}/gu

/** For a group's robot, which leaves the house: of a car the plate's tail alone, and no free words, in which a customer might be named. */
export function withoutPersons(facts: NoticeFacts): NoticeFacts {
  const said = Object.entries(facts).filter(([name]) => name !== 'subject')
  return Object.fromEntries([...said.map(([name, value]) => [name, typeof value === 'number' ? value : hidden(name, value)] as const), ['subject', '']])
}

const hidden = (name: string, value: string): string => (name === 'plate' ? `…${value.slice(-tail)}` : value.replace(plateLike, (plate) => `…${plate.slice(-tail)}`))
