import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addDays, fromWallTime } from '../kernel/time.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import type { Ordered } from './testing/make-ahead-elsewhere.ts'
import { testStore, type TestStore } from './testing/test-store.ts'

// The process is down, killed half way, or there twice: each duty is there once all the same. Two databases with the same people; one is served every day, the other has the trouble.
const timeZone = 'Asia/Shanghai'
const at = (day: string, wall: string): Date => fromWallTime(`${day}T${wall}`, timeZone) ?? new Date(Number.NaN)
let steady: TestStore
let troubled: TestStore
beforeAll(async () => {
  [steady, troubled] = [await testStore(), await testStore()]
  await Promise.all([steady, troubled].map(({ database }) => loadPack(database)))
}, 60_000)
afterAll(() => Promise.all([steady, troubled].map((store) => store.drop())))

/** What is owed, by whom and how it ended; two stores in each database. */
async function owed({ owner }: TestStore, until: Date): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    select concat_ws(' ', s.code, i.duty_id, i.period, p.name, to_char(i.due_at, 'YYYY-MM-DD HH24:MI'), i.status) as line from duties.instance i
    join organisation.store s on s.id = i.store_id left join organisation.person p on p.id = i.holder_id where i.opens_at < $1 order by 1`, [until])
  return rows.map(({ line }) => line)
}
const days = (first: string, count: number): string[] => Array.from({ length: count }, (_, index) => addDays(first, index))

/** What the process does in a day: at its start, and in the night what is over is closed. */
async function serve({ database }: TestStore, day: string): Promise<void> {
  await makeAhead(database, at(day, '06:00'))
  while (await settleAll(database, at(day, '23:59')) > 0);
}

test('three days down over the end of a month: nothing is missing afterwards, and nothing is there twice', async () => {
  const span = days('2026-01-24', 14)
  for (const day of span) {
    await serve(steady, day)
    if (day < '2026-01-30' || day > '2026-02-01') await serve(troubled, day)
  }
  const end = at('2026-02-06', '23:59')
  const [kept, after] = [await owed(steady, end), await owed(troubled, end)]
  expect(kept.length).toBeGreaterThan(1_000)
  expect(after).toEqual(kept)
  expect(['STM-4.2 2026-01', 'FDS-2.8 2026-01-25'].filter((closing) => !after.some((line) => line.includes(closing)))).toEqual([])
}, 120_000)

test('two workers at once, both cut off in the middle again and again: the next one leaves what one alone would have left', async () => {
  const now = at('2026-03-02', '06:00')
  await makeAhead(steady.database, now, 60)
  const cut = async (): Promise<void> => {
    await troubled.owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename <> current_user")
  }
  let failures = 0
  for (let round = 0; round < 4; round += 1) {
    const workers = [1, 2].map(() => makeAhead(troubled.database, now, 60).catch(() => { failures += 1 }))
    await new Promise((resolve) => { setTimeout(resolve, 30 + round * 40) })
    await cut()
    await Promise.all(workers)
  }
  expect(failures).toBeGreaterThan(0)
  await Promise.all([1, 2].map(() => makeAhead(troubled.database, now, 60)))
  const end = at('2026-05-01', '00:00')
  expect(await owed(troubled, end)).toEqual(await owed(steady, end))
}, 120_000)

/** A process that makes duties; `fatal`: so many milliseconds after it began it is killed, as a machine that loses its power. Answers whether it came to its end. */
async function makeElsewhere({ owner }: TestStore, now: Date, fatal: number | null): Promise<boolean> {
  const { rows: [database] } = await owner.query<{ name: string }>('select current_database() as name')
  const ordered: Ordered = [inject('socketFolder'), database?.name ?? '', now.toISOString(), '60']
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/make-ahead-elsewhere.ts'), ...ordered], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (words: Buffer) => {
    if (said === '' && fatal !== null) setTimeout(() => child.kill('SIGKILL'), fatal)
    said += words.toString()
  })
  await new Promise((resolve) => { child.on('close', resolve) })
  return said.includes('made')
}

test('two processes at once, killed with -9 while they make duties: the next one leaves what one alone would have left', async () => {
  const now = at('2026-07-01', '06:00')
  await makeAhead(steady.database, now, 60)
  const ends: boolean[] = []
  for (const fatal of [5, 120, 400]) ends.push(...await Promise.all([0, 15].map((later) => makeElsewhere(troubled, now, fatal + later))))
  expect(ends).toContain(false)
  expect(await makeElsewhere(troubled, now, null)).toBe(true)
  const end = at('2026-09-01', '00:00')
  expect(await owed(troubled, end)).toEqual(await owed(steady, end))
  expect((await owed(troubled, end)).some((line) => line.includes(' 2026-08-31 '))).toBe(true)
}, 120_000)
