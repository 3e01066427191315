import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keptFiles } from '../../platform/kept-files.ts'
import { checkPhotoFiles } from '../../modules/photos/public.ts'
import { testDatabase, type TestDatabase } from '../../platform/testing/test-database.ts'
import { invariants } from '../modules.ts'
import { closedByData } from '../testing/closed-by-data.ts'
import { brokenInvariants } from '../testing/furnished.ts'
import { size, tell } from '../testing/proof.ts'
import { loadDemo } from './load-demo.ts'

// The demo store ends at the moment of its loading, so each hour of each day is another store. Odd hours of eleven days in the full size.
const first = Date.parse('2026-11-29T00:31:45Z')
/** One of today's cars, whose statement was undone, had only just left. */
const justLeft = new Date('2026-11-30T03:22:05.149Z')
const moments = Array.from({ length: size({ test: 1, prove: 12 }) }, (_, index) => new Date(first + index * 23 * 3_600_000 + index * 37 * 60_000)).concat(justLeft)

/** Duties that two weeks of a store close by themselves. */
const ofTheDemo = ['STM-4.7', 'STM-6.4', 'FDS-2.4', 'WSS-4.1', 'PTS-3.1', 'PTS-3.3', 'PTS-5.1', 'PTS-11.1', 'PPL-1.2', 'PPL-5.1', 'PPL-5.2', 'PPL-6.2']

const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-demo-'))
const files = keptFiles(folder)
afterAll(() => rmSync(folder, { recursive: true }))

/** The account of a supplier, an inquiry that waits for its third answer, meetings with what came of them. */
const onTheDesks = async ({ owner }: TestDatabase): Promise<object | undefined> => (await owner.query<object>(`
  select (select array_agg(status order by status) from suppliers.statement) as statements,
    (select count(*)::int from suppliers.statement_line where state = 'open') as open, (select count(*)::int from suppliers.statement_line where state = 'taken-up') as taken_up,
    (select count(*)::int from suppliers.inquiry i join suppliers.inquiry_supplier a on a.store_id = i.store_id and a.inquiry_id = i.id where i.about = '老款 底盘件' and a.answered_at is not null) as quoted,
    (select bool_and(status = 'issued' and minutes <> '') and count(*) >= 3 from meetings.meeting) as minuted, (select count(*) >= 3 from meetings.decision) as decided,
    (select bool_or(read_at is null) from meetings.participant) as unread, (select count(*) >= 10 from meetings.participant where read_at is not null) as read`)).rows[0]

/** Cars that came, and appointments that were made, for a time of day at which the store is shut, or for one to come. */
const outOfHours = async ({ owner }: TestDatabase, now: Date): Promise<object | undefined> => (await owner.query<object>(`
  select coalesce((select json_agg(wall) from (select arrived_at at time zone 'Asia/Shanghai' as wall from repair_orders.repair_order where arrived_at is not null) o where wall::time not between '08:30' and '17:30' or wall > $1::timestamptz at time zone 'Asia/Shanghai'), '[]') as arrived,
    coalesce((select json_agg(wall) from (select at at time zone 'Asia/Shanghai' as wall from appointments.appointment) a where wall::time not between '08:30' and '18:00'), '[]') as booked`, [now])).rows[0]

test('the demo store loads at whatever hour, and its books are right', async () => {
  for (const now of moments) {
    const base = await testDatabase()
    await loadDemo(base.database, { now, seed: 1, files })
    expect([now, await brokenInvariants(base, invariants)]).toEqual([now, []])
    expect(await onTheDesks(base)).toEqual({ statements: ['open', 'paid'], open: 1, taken_up: 1, quoted: 2, minuted: true, decided: true, unread: true, read: true })
    expect(await outOfHours(base, now)).toEqual({ arrived: [], booked: [] })
    for (const { id } of (await base.owner.query<{ id: string }>('select id from organisation.store')).rows) expect((await checkPhotoFiles(base.database, files, id)).wrong).toEqual([])
    if (now.getTime() === first) expect(await closedByData(base)).toEqual(expect.arrayContaining([...ofTheDemo]))
    await base.drop()
  }
  tell(`the demo store loaded at ${String(moments.length)} hours of different days, its books right each time`)
}, 600_000)
