import { expect, test } from 'vitest'
import { announcedDays } from './public-days.ts'

test('2026 has its seven holidays and the weekend days worked for them', () => {
  const days = announcedDays(2026)
  expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(33)
  expect(days.filter(({ kind }) => kind === 'workday').map(({ day }) => day)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  expect(days.find(({ day }) => day === '2026-10-01')).toEqual({ day: '2026-10-01', kind: 'holiday', nameZh: '国庆节', nameEn: 'National Day' })
})

test('a year that was not announced has no days', () => {
  expect(announcedDays(2099)).toEqual([])
})
