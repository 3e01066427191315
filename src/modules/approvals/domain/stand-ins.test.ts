import { expect, test } from 'vitest'
import { deputiesFor } from './stand-ins.ts'

const away = [{ deputyId: 'fds', absentId: 'stm', permissions: ['refund', 'discount'] }, { deputyId: 'fds', absentId: 'fin', permissions: ['refund'] }, { deputyId: 'wss', absentId: 'fds', permissions: ['discount'] }]

test.each([
  ['refund', 'csh', ['fds']], ['discount', 'csh', ['fds', 'wss']], ['credit', 'csh', []],
  ['discount', 'stm', ['wss']], ['discount', 'fds', []], ['refund', 'stm', ['fds']],
])('on %s that %s asked for, these decide for the absent: %j', (right, askedBy, deputies) => {
  expect(deputiesFor(away, right, askedBy)).toEqual(deputies)
})
