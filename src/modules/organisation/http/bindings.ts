import { localDay } from '../../../kernel/time.ts'
import { bindOpen, bindReading, type Binding } from '../../../platform/http/binding.ts'
import type { Database } from '../../../platform/database.ts'
import * as sessions from '../actions/sessions.ts'
import * as contract from '../contract.ts'
import { listPositionNames, listStaffOf } from '../data/staff.ts'

/** Takes the database itself: a person's session spans the stores he works in. */
export const organisationBindings = (database: Database): Binding[] => [
  bindOpen(contract.signIn, (context, { body }) => sessions.signIn(context, body)),
  bindOpen(contract.signOut, (context) => sessions.signOut(context)),
  bindOpen(contract.switchStore, (context, { body }) => sessions.switchStore(context, body)),
  bindReading(contract.seeSession, ({ by, now }) => sessions.seeSession(database, by, now)),
  bindReading(contract.listStaff, async ({ tx, by, now }, { query }) =>
    ({ rows: await listStaffOf(tx, by.storeId, query.position ?? null, localDay(now, by.timeZone)) })),
  bindReading(contract.listPositions, async ({ tx }) => ({ rows: await listPositionNames(tx) })),
]
