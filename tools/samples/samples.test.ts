import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { samples } from './main.ts'

test('the sample files are the ones that are made here', () => {
  for (const [name, bytes] of Object.entries(samples())) {
    expect([name, Buffer.from(bytes).equals(readFileSync(path.join(import.meta.dirname, '../../docs/samples', name)))]).toEqual([name, true])
  }
})
