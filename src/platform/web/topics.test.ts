import { expect, test } from 'vitest'
import { topicsOf } from './topics.ts'

test.each([
  ['arrival-fault.reported', 'receipts'], // the receipt shows its faults
  ['inbound.noted', 'receipts'], // what stands at the door says what its carrier said
  ['receipt.posted', 'inbound'],
  ['parts-order.submitted', 'inbound'],
  ['purchase-request.sourced', 'counter'], // the slip says when what it is short of comes
  ['stock.received', 'counter'],
  ['expense.settled', 'ious'],
] as const)('%s makes old what is read under /%s', (event, topic) => {
  expect(topicsOf(event)).toContain(topic)
})

test('what no page shows elsewhere concerns its own list alone', () => {
  expect(topicsOf('customer.changed')).toEqual(['customer', 'customers'])
})
