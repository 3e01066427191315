import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen, life, repairOrderCan, statuses, type Status } from './life.ts'

test('a visit leaves the store only as delivered or cancelled', () => {
  expect(statuses.filter((status) => !isOpen({ status }))).toEqual(['delivered', 'cancelled'])
})

test('no car is delivered that was not inspected and settled, whatever way it took', () => {
  fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
    const way: string[] = ['quoted']
    let status: Status = 'quoted'
    for (const choice of choices) {
      const next: Status | undefined = life[status][choice % Math.max(1, life[status].length)]
      if (next === undefined) break
      status = next
      way.push(status)
    }
    if (status === 'delivered') expect(way).toEqual(expect.arrayContaining(['arrived', 'received', 'authorised', 'in_inspection', 'ready', 'settled']))
  }))
})

test('a failed inspection sends the car back to the bay, nothing else does', () => {
  expect(repairOrderCan.become({ status: 'in_inspection' }, 'in_work')).toBe(true)
  expect(repairOrderCan.become({ status: 'ready' }, 'in_work')).toBe(false)
})
