import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { machineTraces } from './machine-traces.ts'

const found = (text: string, path = 'README.md'): number => machineTraces(aTree({ [path]: text })).length

test('paths of the project and of the system are in order', () => {
  expect(found("const copy = path.join('/var/lib/gangwei', version)\nregistry.metrics()\nfile: '/usr/bin/chromium'\nsrc/work/x.ts")).toBe(0)
})

test.each([['/wo', 'rk/main/src'], ['/ho', 'me/ada/x'], ['https://regis', 'try.example.org/x'], ['see ../sha', 'red/design']])('%s%s is found', (...halves) => {
  expect(found(halves.join(''))).toBe(1)
})

test('the lock file may name hosts', () => {
  expect(found(`https://regis${''}try.example.org`, 'package-lock.json')).toBe(0)
})
