import type { Tx } from '../../../platform/database.ts'
import { requestKinds, requestPages } from '../../approvals/domain/request.ts'
import { deputiesFor } from '../../approvals/domain/stand-ins.ts'
import { standInsAt, whatWaits } from '../../approvals/public.ts'
import { en as approvalsEn } from '../../approvals/texts/en.ts'
import { zh as approvalsZh } from '../../approvals/texts/zh-CN.ts'
import { peopleWithRight } from '../../organisation/public.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { openDeviations } from '../../repair-orders/public.ts'
import { recipientsOf } from '../data/notices.ts'
import type { Telling } from './tell.ts'

type Asked = { readonly key: string; readonly kind: string; readonly about: string; readonly name: string }
type Waiting = Asked & { readonly askedBy: string; readonly right: string }
type Look = { readonly tx: Tx; readonly store: { readonly id: string; readonly timeZone: string }; readonly now: Date }

const namesOf = (kind: string): { kindZh: string; kindEn: string } => {
  const named = (texts: Readonly<Record<string, string>>): string => texts[`approvals.kind.${kind}`] ?? kind
  return { kindZh: named(approvalsZh), kindEn: named(approvalsEn) }
}

export const requestKey = (requestId: string): string => `approval ${requestId}`

export const approvalTelling = ({ key, kind, about, name }: Asked, to: readonly string[]): Telling => ({ kind: 'approval-waits', key, path: '/approvals', to, facts: { ...namesOf(kind), about, name } })

/** Who asked is told who refused it and why, on the page of the thing itself where it has one. */
export function refusalTelling({ requestId, kind, about, name, subjectId, reason }: { readonly requestId: string; readonly kind: string; readonly about: string; readonly name: string; readonly subjectId: string; readonly reason: string }, askedBy: string): Telling {
  const page = requestKinds.find((known) => known === kind)
  const path = page === undefined || requestPages[page] === undefined ? '/approvals' : `${requestPages[page]}/${subjectId}`
  return { kind: 'approval-refused', key: `refused ${requestId}`, path, to: [askedBy], facts: { ...namesOf(kind), about, name, subject: reason === '' ? '' : ` · ${reason}` } }
}

/** Price deviations, which are asked for by writing them, and for whoever stands in since today what waits already: the deputy of somebody absent is told as he himself was. */
export async function approvals(look: Look): Promise<Telling[]> {
  const { tx, store, now } = look
  const right = repairOrderPermissions.approveDeviation.permission
  const deviations = (await openDeviations(tx, store.id)).map(({ id, number, version, advisorId, advisorName }): Waiting => (
    { key: `deviation ${id} ${String(version)}`, kind: 'price-deviation', about: number, name: advisorName, askedBy: advisorId, right }))
  const deciders = deviations.length === 0 ? [] : await peopleWithRight(tx, store, right, now)
  return [...deviations.map((asked) => approvalTelling(asked, deciders.filter((personId) => personId !== asked.askedBy))), ...await toDeputies(look, deviations)]
}

/** Once for each deputy, unless he was told with all others when it was asked for. */
async function toDeputies({ tx, store, now }: Look, deviations: readonly Waiting[]): Promise<Telling[]> {
  const standIns = await standInsAt(tx, store, now)
  if (standIns.length === 0) return []
  const requests = (await whatWaits(tx, store.id)).map(({ id, personId, personName, ...request }): Waiting => ({ ...request, key: requestKey(id), name: personName, askedBy: personId }))
  const waiting = [...deviations, ...requests]
  const told = new Set((await recipientsOf(tx, store.id, waiting.map(({ key }) => key))).map(({ key, personId }) => `${key} ${personId}`))
  return waiting.flatMap((asked) => deputiesFor(standIns, asked.right, asked.askedBy).filter((deputyId) => !told.has(`${asked.key} ${deputyId}`)).map((deputyId) => approvalTelling({ ...asked, key: `${asked.key} deputy ${deputyId}` }, [deputyId])))
}
