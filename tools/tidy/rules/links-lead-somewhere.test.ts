import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { linksLeadSomewhere } from './links-lead-somewhere.ts'

const page = (text: string) => linksLeadSomewhere(aTree({ 'docs/security.md': text, 'src/kernel/money.ts': '', 'docs/adr/0001-a.md': '' })).map(({ line, sentence }) => `${String(line)} ${sentence}`)

test('links to files, folders, places in a page and the world outside are in order', () => {
  expect(page('[a](../src/kernel/money.ts) [b](adr) [c](adr/0001-a.md#why) [d](#here) [e](https://example.com/x) [f](../src/kernel/)')).toEqual([])
})

test('a link to what is not there is found, with its line', () => {
  expect(page('x\n[a](../src/kernel/time.ts)')).toEqual(['2 The link leads to src/kernel/time.ts, which is not there.'])
})
