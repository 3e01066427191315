import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as bays from '../actions/bays.ts'
import * as checks from '../actions/checks.ts'
import * as clock from '../actions/clock.ts'
import { correctClock, listClocks } from '../actions/clocks.ts'
import { dispatchJobs } from '../actions/dispatch.ts'
import { setHelpers } from '../actions/helpers.ts'
import { inspect } from '../actions/inspect.ts'
import * as keys from '../actions/keys.ts'
import { planJob } from '../actions/plan.ts'
import { seeBoard } from '../actions/read-board.ts'
import * as read from '../actions/read-jobs.ts'
import { workersOn } from '../actions/technicians.ts'
import * as waits from '../actions/waits.ts'
import * as times from '../actions/when-done.ts'
import * as wall from '../actions/wall.ts'
import * as contract from '../contract.ts'

export const workshopBindings: readonly Binding[] = [
  bindReading(contract.listShop, read.listShop),
  bindReading(contract.seeWork, (reading, { params }) => read.seeWork(reading, params.orderId)),
  bindReading(contract.listMyJobs, read.listMyJobs),
  bindDeed(contract.dispatchJobs, (deed, { params, body }) => dispatchJobs(deed, { ...params, ...body })),
  bindDeed(contract.clockOn, (deed, { params, body }) => clock.clockOn(deed, { ...params, ...body })),
  bindDeed(contract.pauseJob, (deed, { params, body }) => clock.pauseJob(deed, { ...params, ...body })),
  bindDeed(contract.finishJob, (deed, { params, body }) => clock.finishJob(deed, { ...params, ...body })),
  bindReading(contract.listJobsToCheck, checks.listJobsToCheck),
  bindDeed(contract.checkJob, (deed, { params, body }) => checks.checkJob(deed, { ...params, ...body })),
  bindReading(contract.listCheckSheets, checks.listCheckSheets),
  bindDeed(contract.addCheckSheet, (deed, { body }) => checks.addCheckSheet(deed, body)),
  bindDeed(contract.editCheckSheet, (deed, { params, body }) => checks.editCheckSheet(deed, { ...params, ...body })),
  bindDeed(contract.setHelpers, (deed, { params, body }) => setHelpers(deed, { ...params, ...body })),
  bindDeed(contract.stopJob, (deed, { params, body }) => clock.stopJob(deed, { ...params, ...body })),
  bindReading(contract.listClocks, (reading, { query }) => listClocks(reading, query.day)),
  bindDeed(contract.correctClock, (deed, { params, body }) => correctClock(deed, { ...params, ...body })),
  bindReading(contract.listWorkers, async (reading, { query }) => ({ rows: await workersOn(reading, query.day) })),
  bindReading(contract.seeBoard, (reading, { query }) => seeBoard(reading, query.day)),
  bindDeed(contract.planJob, (deed, { params, body }) => planJob(deed, { ...params, ...body })),
  bindReading(contract.listBays, bays.listBays),
  bindDeed(contract.addBay, (deed, { body }) => bays.addBay(deed, body)),
  bindDeed(contract.editBay, (deed, { params, body }) => bays.editBay(deed, { ...params, ...body })),
  bindDeed(contract.takeOutOfService, (deed, { params, body }) => bays.takeOutOfService(deed, { ...params, ...body })),
  bindDeed(contract.bringBack, (deed, { params, body }) => bays.bringBack(deed, { ...params, ...body })),
  bindReading(contract.seeClosingWork, times.seeClosingWork),
  bindDeed(contract.setClosingWork, (deed, { body }) => times.setClosingWork(deed, body)),
  bindReading(contract.listWaits, waits.listWaits),
  bindDeed(contract.explainWait, (deed, { params, body }) => waits.explainWait(deed, { ...params, ...body })),
  bindReading(contract.listKeys, keys.listKeys),
  bindReading(contract.seeKey, (reading, { params }) => keys.seeKey(reading, params.orderId)),
  bindDeed(contract.moveKey, (deed, { params, body }) => keys.moveKey(deed, { ...params, ...body })),
  bindReading(contract.seeWorkshopWall, wall.seeWorkshopWall),
  bindReading(contract.seeReceptionWall, wall.seeReceptionWall),
  bindDeed(contract.inspect, (deed, { params, body }) => inspect(deed, { ...params, ...body })),
]
