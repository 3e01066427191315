import { expect, it } from 'vitest'
import { goalRow, promises } from './goals.ts'

it('a promise is met when it was tried and nothing speaks against it', () => {
  const row = goalRow('P6', { faults: { on: '2026-03-02', figures: [{ goal: 'P6', facts: ['300 acknowledged, 0 lost'], faults: [] }] }, prove: { on: '2026-03-01', figures: [{ goal: 'P6', facts: ['20 kills'], faults: [] }] } })
  expect(row).toBe(`| P6 | ${promises.P6} | met | [faults](faults.md): 300 acknowledged, 0 lost<br>[prove](prove.md): 20 kills |`)
})

it('one finding of one command is enough to miss it', () => {
  expect(goalRow('P7', { faults: { on: '', figures: [{ goal: 'P7', facts: ['12.6 s'], faults: ['program killed: 12.6 s, not 5'] }] }, prove: { on: '', figures: [{ goal: 'P7', facts: ['3 s'], faults: [] }] } })).toContain('**missed**: program killed: 12.6 s, not 5')
})

it('what nobody tried is not met', () => {
  expect(goalRow('P11', {})).toContain('| not tried |')
})
