import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { answerTo } from './lines.ts'

test('a series gives its method, its demand and the level to order up to', () => {
  expect(JSON.parse(answerTo('{"id":"A","series":[2,2,2,2,2,2],"method":"moving-average","leadMonths":1,"reviewMonths":0,"service":0.95}'))).toEqual({ id: 'A', method: 'moving-average', mean: 2, variance: 0, orderUpTo: 5 })
  expect(JSON.parse(answerTo('[0,3,0,0,5]'))).toMatchObject({ id: null, method: 'sba' })
})

test.each(['{', '"x"', '{"series":[1,-1]}', '{"series":[1],"method":"magic"}', '{"series":[1],"service":1}', '{"series":[null]}'])('%s is answered with a sentence', (line) => {
  expect(JSON.parse(answerTo(line))).toEqual({ error: expect.any(String) as string })
})

test('the command reads lines and writes as many, in their order', () => {
  const lines = ['{"id":1,"series":[1,2,3]}', '', 'nonsense', '{"id":2,"series":[]}']
  const { stdout, status } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts')], { input: `${lines.join('\n')}\n`, encoding: 'utf8' })
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line) as { id?: number; orderUpTo?: number })
  expect([status, answers.map(({ id }) => id)]).toEqual([0, [1, undefined, 2]])
  expect(answers[2]?.orderUpTo).toBe(0)
})
