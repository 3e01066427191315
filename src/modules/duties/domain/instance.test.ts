import { expect, test } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { climbed, closesAt, instanceStatuses, isOwn, openMinutesBetween, statusWhenDone, whyNotAcknowledge, whyNotAcknowledgeAll, whyNotAudit, whyNotExplain, whyNotFile, whyNotSeenAgain, whyNotSign, whyNotTakeBack } from './instance.ts'

const facts = { status: 'open', opensAt: 0, now: 1, provedByData: false, photoNeeded: false, photos: 0, checklist: null, words: '已与保险公司沟通' } as const

const point = (id: string) => ({ id, photo: false, noteOnFail: true })

test('an acknowledgement is taken back by who gave it, an excuse by who might give one, once, that day or until a meeting has spoken of the duty', () => {
  const facts = { own: true, excuse: false, mayExcuse: false, takenBack: false, sameDay: true, readInMeeting: true }
  expect([facts, { ...facts, sameDay: false, readInMeeting: false }, { ...facts, own: false, excuse: true, mayExcuse: true }].map((each) => whyNotTakeBack(each))).toEqual([null, null, null])
  expect([{ own: false, mayExcuse: true }, { own: false, excuse: true }, { takenBack: true }, { sameDay: false }].map((change) => whyNotTakeBack({ ...facts, ...change })?.code)).toEqual(['duties.not-your-word', 'duties.not-your-word', 'duties.taken-back', 'duties.read-in-meeting'])
})

test('a record closes what no data proves; nobody ticks what data proves', () => {
  expect(whyNotFile(facts)).toBeNull()
  expect(whyNotFile({ ...facts, provedByData: true })?.code).toBe('duties.proved-by-data')
  expect(whyNotFile({ ...facts, words: ' ' })?.code).toBe('duties.words-missing')
  expect(whyNotFile({ ...facts, photoNeeded: true })?.code).toBe('duties.photo-missing')
  expect(whyNotFile({ ...facts, status: 'missed' })?.code).toBe('duties.over')
  expect(whyNotFile({ ...facts, opensAt: 2 })?.code).toBe('duties.not-yet')
  expect(whyNotFile({ ...facts, checklist: 'desk opening' })?.code).toBe('duties.needs-checklist')
})

test('a checklist is signed whole, and what failed says why', () => {
  const sign = (answers: { point: string; result: 'pass' | 'fail' | 'none'; note: string }[]) => whyNotSign({ ...facts, said: null, points: ['floor', 'glass'].map(point), photographed: new Set(), answers })?.code ?? null
  expect(sign([{ point: 'floor', result: 'pass', note: '' }, { point: 'glass', result: 'none', note: '' }])).toBeNull()
  expect(sign([{ point: 'floor', result: 'pass', note: '' }])).toBe('duties.points-open')
  expect(sign([{ point: 'floor', result: 'pass', note: '' }, { point: 'glass', result: 'fail', note: '' }])).toBe('duties.failure-needs-note')
  expect(sign([{ point: 'floor', result: 'pass', note: '' }, { point: 'glass', result: 'pass', note: '' }, { point: 'roof', result: 'pass', note: '' }])).toBe('duties.points-open')
  const wanted = { ...facts, said: null, points: [{ id: 'drum', photo: true, noteOnFail: false }], answers: [{ point: 'drum', result: 'fail', note: '' }] } as const
  expect(whyNotSign({ ...wanted, photographed: new Set() })?.code).toBe('duties.point-photo-missing')
  expect(whyNotSign({ ...wanted, photographed: new Set(['drum']) })).toBeNull()
  expect(whyNotSign({ ...wanted, photographed: new Set(['drum']), said: { met: false, figure: 2, target: 0 } })).toMatchObject({ code: 'duties.data-not-met', facts: { figure: 2, target: 0 } })
  expect(whyNotSign({ ...wanted, photographed: new Set(['drum']), said: { met: true, figure: 0, target: 0 } })).toBeNull()
})

test('done by the deadline or late; open until its grace and the end of its day are over', () => {
  const due = new Date('2026-11-24T09:30:00Z')
  expect([statusWhenDone(due, due), statusWhenDone(new Date('2026-11-24T09:31:00Z'), due)]).toEqual(['done', 'late'])
  expect(closesAt(due, 240, 'Asia/Shanghai').toISOString()).toBe('2026-11-24T15:59:59.000Z')
  expect(closesAt(due, 720, 'Asia/Shanghai').toISOString()).toBe('2026-11-24T21:30:00.000Z')
})

test('a supervisor acknowledges what is overdue, with a word; not his own, not what is none of his', () => {
  const known = { status: 'missed', overdue: true, supervises: true, own: false, action: 'talked', note: '已谈话' } as const
  expect(whyNotAcknowledge(known)).toBeNull()
  expect(whyNotAcknowledge({ ...known, own: true })?.code).toBe('duties.own-duty')
  expect(whyNotAcknowledge({ ...known, supervises: false })?.code).toBe('duties.not-supervised')
  expect(whyNotAcknowledge({ ...known, status: 'open', overdue: false })?.code).toBe('duties.nothing-overdue')
  expect(whyNotAcknowledge({ ...known, status: 'done' })?.code).toBe('duties.nothing-overdue')
  expect(whyNotAcknowledge({ ...known, note: '' })?.code).toBe('duties.words-missing')
  expect(whyNotExplain({ status: 'open', words: 'x' })?.code).toBe('duties.not-missed')
})

test('with one word about several the refusal names those that stand in the way', () => {
  const known = { status: 'missed', overdue: true, supervises: true, own: false, action: 'talked', note: '已谈话' } as const
  expect(whyNotAcknowledgeAll([{ ...known, name: 'A' }, { ...known, name: 'B' }])).toBeNull()
  expect(whyNotAcknowledgeAll([{ ...known, name: 'A' }, { ...known, status: 'done', name: 'B' }, { ...known, own: true, name: 'C' }, { ...known, status: 'excused', name: 'D' }])).toMatchObject({ code: 'duties.several-nothing-overdue', facts: { duties: 'B · D' } })
  expect(whyNotAcknowledgeAll([{ ...known, own: true, name: 'A' }])).toMatchObject({ code: 'duties.several-own', facts: { duties: 'A' } })
  expect(whyNotAcknowledgeAll([{ ...known, supervises: false, name: 'A' }])?.code).toBe('duties.several-not-supervised')
  expect(whyNotAcknowledgeAll([{ ...known, note: ' ', name: 'A' }])?.code).toBe('duties.words-missing')
})

test('escalation counts the hours the house is open: a night or a holiday makes nobody late', () => {
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, { opens: '08:30', closes: '17:30' }]))
  const opening = { weekdays: week, exceptions: { '2026-11-25': null } }
  const minutes = (from: string, until: string) => openMinutesBetween(opening, 'Asia/Shanghai', new Date(from), new Date(until))
  expect(minutes('2026-11-24T09:00:00Z', '2026-11-24T12:00:00Z')).toBe(30)
  expect(minutes('2026-11-24T09:00:00Z', '2026-11-26T01:30:00Z')).toBe(90)
  const level = (until: string, graceMinutes: number, steps = 9) => climbed(opening, 'Asia/Shanghai', { dueAt: new Date('2026-11-24T00:30:00Z'), until: new Date(until), graceMinutes, steps })
  expect([level('2026-11-24T04:29:00Z', 240), level('2026-11-24T04:30:00Z', 240), level('2026-11-24T08:30:00Z', 240)]).toEqual([0, 1, 2])
  expect([level('2026-11-27T00:30:00Z', 240), level('2026-11-27T00:30:00Z', 240, 3), level('2026-11-27T00:30:00Z', 240, 0)]).toEqual([4, 3, 0]) // eighteen hours of two open days
  expect([level('2026-11-24T00:59:00Z', 10), level('2026-11-24T01:00:00Z', 10), level('2026-11-24T01:30:00Z', 10)]).toEqual([0, 1, 2]) // never faster than each half hour
})

test('an audit judges every point, says what was wrong, and nobody audits his own car', () => {
  const answers = [{ point: 'greeted', result: 'fail', note: '等了五分钟' }, { point: 'set', result: 'pass', note: '' }] as const
  const audit = { points: ['greeted', 'set'].map(point), answers, ownCar: false }
  expect(whyNotAudit(audit)).toBeNull()
  expect(whyNotAudit({ ...audit, ownCar: true })?.code).toBe('duties.own-car')
  expect(whyNotAudit({ ...audit, answers: answers.slice(1) })?.code).toBe('duties.points-open')
  expect(whyNotAudit({ ...audit, answers: answers.map((answer) => ({ ...answer, note: '' })) })?.code).toBe('duties.failure-needs-note')
})

test('a duty is its deputy\'s where one stands in, else its holder\'s, else anybody\'s of the position', () => {
  const duty = { position: 'SAD', holderId: null, deputyId: null }
  expect([isOwn(duty, ['SAD'], 'a'), isOwn(duty, ['FDS'], 'a')]).toEqual([true, false])
  const his = { ...duty, holderId: 'a' }
  expect([isOwn(his, ['SAD'], 'a'), isOwn(his, ['SAD'], 'b'), isOwn(his, ['FDS'], 'a')]).toEqual([true, false, false])
  const deputised = { ...his, deputyId: 'b' }
  expect([isOwn(deputised, ['SAD'], 'a'), isOwn(deputised, ['FDS'], 'b'), isOwn(deputised, ['SAD'], 'c')]).toEqual([false, true, false])
})

test('what was missed or late is explained with a word by its holder (rules.md, Duties)', () => {
  for (const status of ['missed', 'late'] as const) {
    expect(whyNotExplain({ status, words: '停电' })).toBeNull()
    expect(whyNotExplain({ status, words: ' ' })?.code).toBe('duties.words-missing')
  }
  for (const status of ['done', 'excused'] as const) expect(whyNotExplain({ status, words: 'x' })?.code).toBe('duties.not-missed')
})

test('what is late or open beyond its deadline can be acknowledged, but only what was not done can be excused', () => {
  const known = { status: 'late', overdue: true, supervises: true, own: false, action: 'talked', note: '已谈话' } as const
  expect(whyNotAcknowledge(known)).toBeNull()
  expect(whyNotAcknowledge({ ...known, status: 'open' })).toBeNull()
  expect(whyNotAcknowledge({ ...known, action: 'excused' })?.code).toBe('duties.nothing-overdue')
  for (const status of ['missed', 'open'] as const) expect(whyNotAcknowledge({ ...known, status, action: 'excused' })).toBeNull()
})

test('a failed point that was looked at again says what was seen, with a picture where one is wanted, once', () => {
  const again = { closed: false, seen: '已拖干', photoNeeded: true, photos: 1 }
  expect(whyNotSeenAgain(again)).toBeNull()
  expect(whyNotSeenAgain({ ...again, photoNeeded: false, photos: 0 })).toBeNull()
  expect([{ closed: true }, { seen: ' ' }, { photos: 0 }].map((change) => whyNotSeenAgain({ ...again, ...change })?.code)).toEqual(['duties.task-closed', 'duties.words-missing', 'duties.photo-missing'])
})

test('a list is signed only while its duty is open, and not without points; a picture is owed for a point that was judged', () => {
  const pictured = { id: 'drum', photo: true, noteOnFail: false }
  const sign = (change: object) => whyNotSign({ ...facts, said: null, points: [pictured, { ...pictured, id: 'floor' }], photographed: new Set<string>(), answers: [{ point: 'drum', result: 'none', note: '' }, { point: 'floor', result: 'none', note: '' }], ...change })
  expect(sign({})).toBeNull()
  expect(sign({ answers: [{ point: 'drum', result: 'pass', note: '' }, { point: 'floor', result: 'none', note: '' }] })).toMatchObject({ code: 'duties.point-photo-missing', facts: { count: 1 } })
  expect(sign({ status: 'missed' })?.code).toBe('duties.over')
  expect(sign({ points: [], answers: [] })?.code).toBe('duties.no-checklist')
  expect(sign({ answers: [] })).toMatchObject({ code: 'duties.points-open', facts: { count: 2 } })
  expect(sign({ answers: [{ point: 'drum', result: 'pass', note: '' }] })).toMatchObject({ code: 'duties.points-open', facts: { count: 1 } })
  expect(whyNotFile({ ...facts, opensAt: 1 })).toBeNull()
})

test('a failure owes a word only where its own point wants one', () => {
  const points = [{ id: 'floor', photo: false, noteOnFail: true }, { id: 'glass', photo: false, noteOnFail: false }]
  const audit = (floor: 'pass' | 'fail', glass: 'pass' | 'fail') => whyNotAudit({ points, ownCar: false, answers: [{ point: 'floor', result: floor, note: '' }, { point: 'glass', result: glass, note: '' }] })?.code ?? null
  expect([audit('pass', 'fail'), audit('fail', 'pass')]).toEqual([null, 'duties.failure-needs-note'])
})

test('of a long absence thirty-one days of opening count, or as many as are asked for', () => {
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, { opens: '00:00', closes: '10:00' }]))
  const minutes = (from: string, until: string) => openMinutesBetween({ weekdays: week, exceptions: {} }, 'UTC', new Date(from), new Date(until))
  expect(minutes('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toBe(600)
  expect(minutes('2026-01-01T00:00:00Z', '2026-01-31T12:00:00Z')).toBe(31 * 600)
  expect(minutes('2026-01-01T00:00:00Z', '2026-06-30T12:00:00Z')).toBe(31 * 600)
  expect(minutes('2026-01-01T09:59:30Z', '2026-01-01T12:00:00Z')).toBe(0)
  expect(minutes('2026-01-01T11:00:00Z', '2026-01-01T12:00:00Z')).toBe(0)
  const enough = (most: number) => openMinutesBetween({ weekdays: week, exceptions: {} }, 'UTC', new Date('2026-01-01T00:00:00Z'), new Date('2026-01-31T12:00:00Z'), most)
  expect([enough(0), enough(600), enough(601)]).toEqual([0, 600, 1_200]) // days beyond what is asked for are not looked at
})

test('what is still to be done and what was missed are told apart: each state of a duty has a word of its own', () => {
  for (const texts of [zh, en]) {
    const words = instanceStatuses.map((status) => texts[`duties.status.${status}`])
    expect(words).toEqual([...new Set(words)])
  }
})
