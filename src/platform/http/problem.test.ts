import { expect, test } from 'vitest'
import { answerTo } from './problem.ts'

test.each([['53100', 503, 'platform.disk-full'], ['40P01', 409, 'platform.busy'], ['23505', 409, 'platform.already-exists'], ['42501', 404, 'platform.not-found'], ['99999', 500, 'platform.our-mistake']] as const)(
  'what the database says with %s is told as %i %s', (code, status, told) => {
    const answer = answerTo(Object.assign(new Error('words of the database'), { code }))
    expect([answer.status, answer.refusal.code]).toEqual([status, told])
    expect(JSON.stringify(answer)).not.toContain('words of the database')
  })
