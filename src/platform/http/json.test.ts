import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test('plain bodies come through', () => {
  expect(parseJson('{"plate":"沪A·D12345","note":"a \\"quoted\\" [text]"}')).toEqual({ plate: '沪A·D12345', note: 'a "quoted" [text]' })
})

test.each([
  ['{', 'platform.not-json'],
  ['', 'platform.not-json'],
  ['[1,2', 'platform.not-json'],
  ['{"a":NaN}', 'platform.not-json'],
  ['"\\u0000"', 'platform.text-not-plain'],
  ['"\\ud800"', 'platform.text-not-plain'],
  ['{"__proto__":{"admin":true}}', 'platform.json-key'],
  ['[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[', 'platform.json-too-deep'],
])('%s is refused with a code', (body, code) => {
  expect(() => parseJson(body)).toThrow(code)
})
