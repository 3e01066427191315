import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as clock from '../actions/clock.ts'
import { dispatchJobs } from '../actions/dispatch.ts'
import { inspect } from '../actions/inspect.ts'
import * as read from '../actions/read-jobs.ts'
import * as contract from '../contract.ts'

export const workshopBindings: readonly Binding[] = [
  bindReading(contract.listShop, read.listShop),
  bindReading(contract.seeWork, (reading, { params }) => read.seeWork(reading, params.orderId)),
  bindReading(contract.listMyJobs, read.listMyJobs),
  bindDeed(contract.dispatchJobs, (deed, { params, body }) => dispatchJobs(deed, { ...params, ...body })),
  bindDeed(contract.clockOn, (deed, { params, body }) => clock.clockOn(deed, { ...params, ...body })),
  bindDeed(contract.pauseJob, (deed, { params, body }) => clock.pauseJob(deed, { ...params, ...body })),
  bindDeed(contract.finishJob, (deed, { params, body }) => clock.finishJob(deed, { ...params, ...body })),
  bindDeed(contract.stopJob, (deed, { params, body }) => clock.stopJob(deed, { ...params, ...body })),
  bindDeed(contract.inspect, (deed, { params, body }) => inspect(deed, { ...params, ...body })),
]
