import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadPack, makeAhead } from '../modules/duties/public.ts'
import { lookRound, openChannels, removeOldNotices, sendDue } from '../modules/notices/public.ts'
import { code, done } from './testing/said.ts'
import { signedIn, testServer, type Caller, type TestServer } from './testing/test-server.ts'

// Who must know something is told: in the product, by a real mail server, by robots of groups. It is Monday 23 November 2026, ten o'clock in Shanghai.
const people = ['stm', 'fds', 'wss', 'sad', 'sys', 'csh', 'b-sad', 'b-wss', 'b-sys']
const start = '2026-11-23T02:00:00Z'
let server: TestServer
let as: (login: string) => Caller
let mailServer: SMTPServer
let receiver: Server
let closeChannels: () => void
type Post = { readonly path: string; readonly body: Record<string, unknown>; readonly key: string }
const letters: { to: string; text: string }[] = []
const posts: Post[] = []
/** What the receiver answers, by path; preset is what WeCom says when it took the message. */
const answers = new Map<string, { status: number; body: string } | 'silence'>()

const numberOf = (where: { address(): AddressInfo | string | null }): number => (where.address() as AddressInfo).port

beforeAll(async () => {
  mailServer = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData: (stream, session, end) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => { pieces.push(piece) })
      stream.on('end', () => { letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: Buffer.concat(pieces).toString() }); end() })
    },
  })
  receiver = createServer((request, answer) => {
    let text = ''
    request.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('end', () => {
      const path = request.url ?? ''
      posts.push({ path, body: JSON.parse(text) as Record<string, unknown>, key: String(request.headers['idempotency-key']) })
      const said = answers.get(path.split('?')[0] ?? '') ?? { status: 200, body: '{"errcode":0,"errmsg":"ok"}' }
      if (said !== 'silence') answer.writeHead(said.status).end(said.body)
    })
  }).listen(0, '127.0.0.1')
  await Promise.all([new Promise<void>((resolve) => { mailServer.listen(0, '127.0.0.1', resolve) }), once(receiver, 'listening')])
  closeChannels = openChannels({ key: Buffer.alloc(32, 5), mail: { url: `smtp://127.0.0.1:${String(numberOf(mailServer.server))}`, from: '售后通知 <notices@store.cn>' }, localRobots: true, patience: 300, publicUrl: 'https://gangwei.store.cn' })
  server = await testServer()
  await loadPack(server.database)
  await at(start)
}, 60_000)
afterAll(async () => {
  closeChannels()
  receiver.closeAllConnections()
  receiver.close()
  await new Promise<void>((resolve) => { mailServer.close(resolve) })
  await server.drop()
})
beforeEach(() => { letters.length = 0; posts.length = 0; answers.clear() })

async function at(moment: string): Promise<void> {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
const later = (seconds: number): void => { const now = server.clock.now().getTime(); server.clock = { now: () => new Date(now + seconds * 1_000) } }
const send = () => sendDue(server.database, server.clock)
const complain = async (login = 'sad', kind = 'quality') => done(await as(login).post('/complaints', { plate: '沪A·D77001', customerName: '陈晨', phone: '19900010002', kind, words: '制动还是响' })) as { number: string }
const notices = async (login: string, group = 'all') => done(await as(login).get(`/notices?group=${group}`))['rows'] as { id: string; kind: string; path: string; facts: Record<string, string>; readAt: string | null }[]
const unread = async (login: string): Promise<unknown> => done(await as(login).get('/notices/unread'))['count']
const addRobot = (kind: string, name: string, secret = '', login = 'sys') =>
  as(login).post('/notice-channels/robots', { name, kind, address: `http://127.0.0.1:${String(numberOf(receiver))}/${kind}?key=in-the-address`, secret, kinds: ['complaint-runs'], language: 'zh-CN', active: true })
const byMail = async (login: string, ways: object = {}, version = 0) => done(await as(login).post('/notices/own-settings', { mail: `${login}@store.cn`, mailOn: true, language: 'zh-CN', ways, version }))
const decoded = (text: string): string => {
  const subject = [...text.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, way, words = '']) => (way?.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString() : decodeURIComponent(words.replaceAll('_', ' ').replaceAll('=', '%')))).join('')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return `${subject}\n${/base64/i.test(head) ? Buffer.from(body, 'base64').toString() : decodeURIComponent(body.replaceAll('=\r\n', '').replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'))}`
}

test('a complaint tells whom it is assigned to, in its own transaction; not who wrote it, not the other store; read once', async () => {
  const { number } = await complain()
  expect(await unread('wss')).toBe(1)
  const [told] = await notices('wss', 'unread')
  expect(told).toMatchObject({ kind: 'complaint-runs', path: '/follow-ups', facts: { number, plate: '沪A·D77001', time: '2026-11-24 10:00' } })
  expect([await unread('sad'), await unread('fds'), await unread('b-wss')]).toEqual([0, 0, 0])
  expect((await as('fds').post(`/notices/${told?.id ?? ''}/read`)).status).toBe(404)
  expect(done(await as('wss').post(`/notices/${told?.id ?? ''}/read`))['marked']).toBe(1)
  expect(done(await as('wss').post(`/notices/${told?.id ?? ''}/read`))['marked']).toBe(0)
  await complain()
  await complain()
  const [newest, , oldest] = await notices('wss')
  expect(done(await as('wss').get('/notices?limit=2'))['next']).not.toBeNull()
  await complain()
  expect(done(await as('wss').post('/notices/read-all', { upTo: newest?.id }))['marked']).toBe(2)
  expect(await unread('wss')).toBe(1) // what came meanwhile
  expect(oldest?.readAt).not.toBeNull()
})

test('settings: an address, a version, a right; a robot\'s address and secret are sealed and shown to nobody', async () => {
  expect(code(await as('wss').post('/notices/own-settings', { mail: 'wss', mailOn: true, language: 'en', ways: {}, version: 0 }))).toBe('notices.not-a-mail-address')
  await byMail('wss')
  expect((await as('wss').post('/notices/own-settings', { mail: '', mailOn: false, language: 'en', ways: {}, version: 0 })).status).toBe(409)
  expect((await as('fds').get('/notice-channels')).status).toBe(403)
  expect(code(await addRobot('wecom', '晨会群', 'a-secret'))).toBe('notices.wecom-signs-not')
  for (const [kind, secret] of [['wecom', ''], ['dingtalk', 'SEC1'], ['feishu', 'SEC2']] as const) done(await addRobot(kind, `群 ${kind}`, secret))
  expect(code(await addRobot('wecom', '群 wecom'))).toBe('notices.name-taken')
  const shown = JSON.stringify(done(await as('sys').get('/notice-channels')))
  const { rows } = await server.owner.query('select address, secret from notices.robot')
  const { rows: audit } = await server.owner.query("select after from platform.audit where subject = 'notice-robot'")
  for (const text of [shown, JSON.stringify(rows), JSON.stringify(audit)]) expect(text).not.toMatch(/in-the-address|SEC1|SEC2/)
})

test('two senders at once: each message leaves once, in its shape, signed, in Chinese, and into groups without the customer', async () => {
  const { number } = await complain()
  await Promise.all([send(), send(), send()])
  expect(await send()).toBe(0)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.to).toBe('wss@store.cn')
  expect(letters[0]?.text).toMatch(/^Message-ID: <[0-9a-f-]{36}@store\.cn>/im)
  expect(decoded(letters[0]?.text ?? '')).toContain('【SH1】投诉计时')
  expect(decoded(letters[0]?.text ?? '')).toContain(`投诉 ${number}（沪A·D77001）应于 2026-11-24 10:00 前答复。`)
  expect(new Set(posts.map(({ path }) => path.split('?')[0]))).toEqual(new Set(['/dingtalk', '/feishu', '/wecom']))
  expect(posts).toHaveLength(3)
  expect(new Set(posts.map(({ key }) => key)).size).toBe(3)
  const [dingtalk, feishu, wecom] = posts.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  expect(wecom?.body).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('…7001') as string } })
  expect(JSON.stringify(posts)).not.toMatch(/陈晨|19900010002|沪A·?D77001|制动/)
  const query = new URL(dingtalk?.path ?? '', 'http://x').searchParams
  expect(query.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${query.get('timestamp') ?? ''}\nSEC1`).digest('base64'))
  expect(feishu?.body).toMatchObject({ msg_type: 'text', sign: createHmac('sha256', `${String(feishu?.body['timestamp'])}\nSEC2`).digest('base64') })
})

test('500, silence and a refusal with 200 are tried again later and later, then dead with the last error; sent again it leaves', async () => {
  answers.set('/wecom', { status: 500, body: 'oops' })
  answers.set('/feishu', 'silence')
  answers.set('/dingtalk', { status: 200, body: '{"errcode":310000,"errmsg":"sign not match"}' })
  await complain()
  await Promise.all([send(), send()])
  expect(posts).toHaveLength(3)
  await send()
  expect(posts).toHaveLength(3) // not before half a minute
  for (const wait of [31, 121, 481, 1_921, 7_681]) { later(wait); await Promise.all([send(), send()]) }
  expect(posts).toHaveLength(18)
  expect(new Set(posts.map(({ key }) => key)).size).toBe(3) // at every attempt the same
  later(40_000)
  expect(await send()).toBe(0)
  expect(posts).toHaveLength(18)
  await at(start)
  const dead = done(await as('sys').get('/notice-channels/messages'))['rows'] as { id: string; to: string; lastError: string; attempts: number }[]
  expect(dead.map(({ to, attempts }) => `${to} ${String(attempts)}`).toSorted()).toEqual(['群 dingtalk 6', '群 feishu 6', '群 wecom 6'])
  expect(dead.map(({ lastError }) => lastError).toSorted()).toEqual(['HTTP 500', 'code 310000: sign not match', 'no answer in 300 ms'])
  answers.clear()
  const again = (id: string) => as('sys').post(`/notice-channels/messages/${id}/send-again`)
  for (const { id } of dead) done(await again(id))
  expect(await send()).toBe(3)
  expect(code(await again(dead[0]?.id ?? ''))).toBe('notices.left-already')
  expect(done(await as('sys').get('/notice-channels/messages'))['rows']).toEqual([])
})

test('a sender that died leaves its message to the next one after the lease; a test that fails is not tried again', async () => {
  await complain()
  await server.owner.query("update notices.message set attempts = 1, due_at = $1 where status = 'waiting' and channel = 'robot'", [new Date(Date.parse(start) + 90_000)])
  await send()
  expect([letters.length, posts.length]).toEqual([1, 0])
  later(91)
  expect(await send()).toBe(3)
  await at(start)
  const { robots } = done(await as('sys').get('/notice-channels')) as { robots: { id: string; kind: string }[] }
  answers.set('/wecom', { status: 404, body: '' })
  const { messageId } = done(await as('sys').post(`/notice-channels/robots/${robots.find(({ kind }) => kind === 'wecom')?.id ?? ''}/test`))
  await send()
  expect(done(await as('sys').get(`/notices/messages/${String(messageId)}`))).toMatchObject({ status: 'dead', test: true, attempts: 1, lastError: 'HTTP 404' })
  expect((await as('csh').get(`/notices/messages/${String(messageId)}`)).status).toBe(404)
  const own = done(await as('wss').post('/notices/own-settings/test'))
  expect(await send()).toBe(1)
  expect(done(await as('wss').get(`/notices/messages/${String(own['messageId'])}`))['status']).toBe('sent')
})

test('quiet hours over midnight by each store\'s own clock: held back, then one digest; the other store, where it is day, sends at once', async () => {
  await server.owner.query("update organisation.store set time_zone = 'America/New_York' where code = 'SH2'")
  await at(start)
  const times = { quietFrom: '22:00', quietUntil: '07:00', digestAt: '17:30', version: 0 }
  for (const login of ['sys', 'b-sys']) done(await as(login).post('/notice-channels', times))
  expect((await as('sys').post('/notice-channels', times)).status).toBe(409)
  await byMail('b-wss')
  await at('2026-11-23T15:00:00Z') // eleven at night in Shanghai, ten in the morning in New York
  await complain()
  await complain('b-sad')
  await send()
  expect(letters.map(({ to }) => to)).toEqual(['b-wss@store.cn'])
  expect(await unread('wss')).toBeGreaterThan(0) // in the product at once
  await at('2026-11-23T17:00:00Z') // after midnight
  await complain()
  await at('2026-11-23T22:59:00Z')
  await send()
  expect([letters.length, posts.length]).toEqual([1, 0])
  await at('2026-11-23T23:00:00Z')
  await Promise.all([send(), send()])
  expect(letters.map(({ to }) => to)).toEqual(['b-wss@store.cn', 'wss@store.cn'])
  expect(decoded(letters[1]?.text ?? '')).toContain('【SH1】2 条通知')
  expect(posts).toHaveLength(3)
})

test('what a person wants in the digest comes once a day, what he does not want not at all', async () => {
  await at('2026-11-24T02:00:00Z')
  await byMail('wss', { 'complaint-runs': 'digest' }, 1)
  await byMail('fds', { 'complaint-runs': 'off' })
  await complain()
  await complain()
  await complain('sad', 'service')
  await send()
  expect(letters).toEqual([])
  await at('2026-11-24T09:30:00Z')
  await send()
  expect(letters.map(({ to }) => to)).toEqual(['wss@store.cn'])
  expect(decoded(letters[0]?.text ?? '')).toContain('2 条通知')
  expect(await unread('fds')).toBeGreaterThan(0)
})

test('what time alone makes late is told once: the holder, then the manager it climbs to; the day\'s digest; Tuesday\'s page', async () => {
  await at('2026-11-25T01:00:00Z')
  await makeAhead(server.database, server.clock.now())
  await at('2026-11-25T09:45:00Z') // Wednesday, a quarter to six
  const look = () => lookRound(server.database, server.clock)
  const made = await Promise.all([look(), look()])
  expect(made.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10)
  expect(await look()).toBe(0)
  const late = await notices('fds', 'unread&kind=duty-late')
  const each = await notices('fds', 'unread&kind=duty-late&find=2026-11-25')
  expect(late).toMatchObject([{ facts: each[0]?.facts, others: each.length - 1 }]) // one line for a night, however many
  expect(each.length).toBeGreaterThan(3)
  const { rows } = await server.owner.query<{ all: number; keys: number }>('select count(*)::int as all, count(distinct (store_id, key))::int as keys from notices.notice')
  expect(rows[0]?.all).toBe(rows[0]?.keys)
  const { rows: [open] } = await server.owner.query<{ overdue: number }>("select count(*)::int as overdue from duties.instance where store_id = $1 and status = 'open' and due_at >= '2026-11-24T16:00:00Z' and due_at < '2026-11-25T09:45:00Z'", [server.storeId])
  expect(open?.overdue).toBeGreaterThan(0) // what nobody did by then is said, though it is not missed yet
  expect((await notices('stm', 'unread')).find(({ kind }) => kind === 'day-digest')).toMatchObject({ facts: { day: '2026-11-25', overdue: open?.overdue } })
  await at('2026-11-26T04:00:00Z')
  await look()
  const climbed = (await notices('stm', 'unread')).filter(({ kind }) => kind === 'duty-climbed')
  expect(climbed).toMatchObject([{ path: '/supervision' }])
  const before = await unread('stm')
  expect(done(await as('stm').post(`/notices/${climbed[0]?.id ?? ''}/read`))['marked']).toBeGreaterThan(5)
  expect(await unread('stm')).toBe(Number(before) - 1)
  expect((await notices('stm', 'all&find=no-such-word')).length).toBe(0)
  await at('2026-12-01T02:00:00Z') // Tuesday
  await look()
  expect((await notices('stm', 'unread')).filter(({ kind }) => kind === 'week-page')).toMatchObject([{ facts: { from: '2026-11-23', until: '2026-11-29' }, path: '/one-page' }])
  expect((await notices('csh', 'unread')).some(({ kind }) => kind === 'week-page')).toBe(false)
})

test('one digest a day: counted by group, the five worst named, the rest a number; what he has seen or done is not told again, and where nothing is left nothing comes', async () => {
  await at('2026-11-27T01:00:00Z')
  await makeAhead(server.database, server.clock.now())
  await send() // what the days before left
  letters.length = 0
  await byMail('fds', { 'complaint-runs': 'off' }, 1)
  await at('2026-11-27T09:40:00Z') // Friday, after closing and after the digest's time
  await lookRound(server.database, server.clock)
  await at('2026-11-28T09:30:00Z')
  const waiting = await notices('fds', 'unread&kind=duty-late&find=2026-11-27')
  const fresh = waiting.filter(({ facts }) => facts['time']?.startsWith('2026-11-27') === true)
  expect(fresh.length).toBeGreaterThan(7)
  const [seen, excused] = fresh
  done(await as('fds').post(`/notices/${seen?.id ?? ''}/read`))
  await server.owner.query("update duties.instance set status = 'excused', closed_at = due_at where store_id = $1 and duty_id = $2 and period = '2026-11-27'", [server.storeId, excused?.facts['dutyId']])
  await Promise.all([send(), send()])
  const own = letters.filter(({ to }) => to === 'fds@store.cn').map(({ text }) => decoded(text).replaceAll('\r', ''))
  expect(own).toHaveLength(1)
  const [letter = ''] = own
  const left = Number(/【SH1】(\d+) 条通知/.exec(letter)?.[1])
  const { rows: [told] } = await server.owner.query<{ matters: number; late: number }>(`
    select count(distinct split_part(n.key, ' ', 2))::int as matters, count(*) filter (where n.kind = 'duty-late')::int as late from notices.outbox o join notices.notice n on n.store_id = o.store_id and n.id = o.notice_id
    join notices.message m on m.store_id = o.store_id and m.id = o.message_id where o.recipient_id = $1 and m.key = 'until 2026-11-28T09:30:00.000Z'`, [server.actor('FDS').personId])
  expect(left).toBe((told?.matters ?? 0) - 2)
  expect(letter).toContain(`逾期 ${String((told?.late ?? 0) - 2)} 项，`)
  expect(letter).toMatch(/已上升 \d+ 项/)
  expect(letter.match(/^· /gm)).toHaveLength(5)
  expect(letter).toContain(`另有 ${String(left - 5)} 条`)
  expect(letter).toContain('https://gangwei.store.cn/notices')
  expect(letter).not.toContain(`· ${seen?.facts['dutyId'] ?? ''} `)
  await at('2026-11-28T09:40:00Z') // the week's duties are over now; he looks at all of it in the product
  await lookRound(server.database, server.clock)
  const [newest] = await notices('fds', 'unread')
  done(await as('fds').post('/notices/read-all', { upTo: newest?.id }))
  letters.length = 0
  await at('2026-11-29T09:30:00Z')
  await send()
  expect(letters.filter(({ to }) => to === 'fds@store.cn')).toEqual([])
  const { rows } = await server.owner.query<{ status: string }>("select status from notices.message m where channel = 'mail' and recipient_id = $1 and key = 'until 2026-11-29T09:30:00.000Z'", [server.actor('FDS').personId])
  expect(rows[0]?.status).toBe('dropped')
})

test('the week on one page counts as the board does, and is a paper', async () => {
  const week = done(await as('stm').get('/duties/week?day=2026-11-25')) as { from: string; to: string; missed: number; people: { position: string; missed: number }[]; debt: number; owedInAll: number }
  expect(week).toMatchObject({ from: '2026-11-23', to: '2026-11-29' })
  const { rows } = done(await as('stm').get('/duties/board?from=2026-11-23&to=2026-11-29&by=position')) as { rows: { key: string; missed: number }[] }
  const positions = new Set(week.people.map(({ position }) => position))
  expect(week.missed).toBe(rows.filter(({ key }) => positions.has(key)).reduce((sum, { missed }) => sum + missed, 0))
  expect(week.debt).toBe(done(await as('stm').get('/duties/supervision'))['debt'])
  expect((await as('stm').get('/duties/week/one-page.pdf?language=en')).status).toBe(200)
  expect((await as('sad').get('/duties/week')).status).toBe(403)
})

test('after half a year what was told is removed', async () => {
  expect(await removeOldNotices(server.database, new Date('2026-12-02T00:00:00Z'))).toBe(0)
  expect(await removeOldNotices(server.database, new Date('2027-07-02T00:00:00Z'))).toBeGreaterThan(10)
  const { rows } = await server.owner.query<{ left: number }>('select count(*)::int as left from notices.outbox')
  expect(rows[0]?.left).toBe(0)
})
