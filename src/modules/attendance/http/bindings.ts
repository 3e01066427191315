import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as clock from '../actions/clock.ts'
import * as correct from '../actions/correct.ts'
import * as day from '../actions/read-day.ts'
import * as month from '../actions/read-month.ts'
import * as contract from '../contract.ts'

export const attendanceBindings: readonly Binding[] = [
  bindReading(contract.seeOwn, day.seeOwn),
  bindDeed(contract.comeIn, (deed, { body }) => clock.comeIn(deed, body)),
  bindDeed(contract.goOut, (deed, { body }) => clock.goOut(deed, body)),
  bindReading(contract.seeDay, (reading, { query }) => day.seeDay(reading, query.day)),
  bindDeed(contract.correctSpell, (deed, { params, body }) => correct.correctSpell(deed, { ...params, ...body })),
  bindDeed(contract.addSpell, (deed, { body }) => correct.addSpell(deed, body)),
  bindReading(contract.seeMonth, (reading, { query }) => month.seeMonth(reading, query)),
  bindFile(contract.monthFile, (reading, { query }) => month.monthFile(reading, query)),
]
