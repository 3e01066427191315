import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { cancelOrder } from '../actions/cancel-order.ts'
import { listOrders, seeOrder } from '../actions/read-orders.ts'
import { registerArrival } from '../actions/register-arrival.ts'
import * as contract from '../contract.ts'

export const repairOrderBindings: readonly Binding[] = [
  bindReading(contract.listOrders, listOrders),
  bindReading(contract.seeOrder, (reading, { params }) => seeOrder(reading, params.orderId)),
  bindDeed(contract.registerArrival, (deed, { body }) => registerArrival(deed, body)),
  bindDeed(contract.cancelOrder, (deed, { params, body }) => cancelOrder(deed, { ...params, ...body })),
]
