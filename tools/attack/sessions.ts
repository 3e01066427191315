import { TOTP } from 'otpauth'
import { demoPassword } from '../../src/app/demo/load-demo.ts'
import { signature } from '../../src/platform/example.ts'
import { attemptLimit } from '../../src/modules/organisation/domain/sign-in.ts'
import { mostWrongTries } from '../../src/modules/answers/domain/link.ts'
import { tallied, type Log } from './outcome.ts'
import { cookieIn, signIn } from './people.ts'
import type { Target } from './target.ts'
import { codeOf, jsonOf, type Reply } from './wire.ts'

const post = (target: Target, path: string, body: object, cookie = '', headers: Readonly<Record<string, string>> = {}, from?: string): Promise<Reply> =>
  target.ask({ method: 'POST', path: `/api${path}`, body: JSON.stringify(body), cookie, headers, ...(from === undefined ? {} : { from }) })
const get = (target: Target, path: string, cookie: string): Promise<Reply> => target.ask({ method: 'GET', path: `/api${path}`, cookie })
const newLogin = (name: string) => ({ name, login: name, positions: ['SAD'], since: '2026-01-01', until: null })

/** Log-in, session, second factor, password, shared store, and the customer's link: guessed, repeated, stolen, out of time. */
export async function sessions(target: Target, log: Log): Promise<void> {
  await theSessionItself(target, log)
  await foreignOrigins(target, log)
  await secondFactor(target, log)
  await customersLink(target, log)
  await guessing(target, log) // the last one: it slows log-ins down
}

async function theSessionItself(target: Target, log: Log): Promise<void> {
  const fixed = `gangwei=${'B'.repeat(43)}`
  const answer = await target.ask({ method: 'POST', path: '/api/session', cookie: fixed, body: JSON.stringify({ login: 'sad2', password: demoPassword }) })
  const cookie = cookieIn(answer.headers['set-cookie'])
  log.holds('P13', cookie !== fixed && cookie.length > 40 && (await get(target, '/session', fixed)).status === 401, () => 'a token that was set before the log-in opens the session')
  const flags = answer.headers['set-cookie']?.[0] ?? ''
  log.holds('P13', /httponly/i.test(flags) && /samesite=(lax|strict)/i.test(flags), () => `the cookie is ${flags.replace(/=[^;]+/, '=…')}`)
  const other = await signIn(target, 'sad2') ?? ''
  await post(target, '/session/end', {}, cookie)
  log.holds('P13', (await get(target, '/session', cookie)).status === 401 && (await get(target, '/session', other)).status === 200, () => 'log-out does not end the token, or ends another')
  const kept = JSON.stringify(await target.sql('select token_hash from organisation.session'))
  log.holds('P13', !kept.includes(other.split('=')[1] ?? 'x'), () => 'the token itself stands in the database')
  const [store] = await target.sql<{ id: string }>("select id from organisation.store where code = 'SH2'")
  const switched = await post(target, '/session/store', { storeId: store?.id }, other)
  log.holds('P1', switched.status >= 400 && (await get(target, '/session', other)).text.includes('"SH1"'), () => `an advisor of one store works in the other: ${switched.text.slice(0, 120)}`)
  log.fact('P13', 'a token set before the log-in stays nobody\'s; the cookie is HttpOnly and SameSite; log-out ends that token and no other; the database knows only its hash; nobody switches into a store that is not his')
  await passwords(target, log)
}

async function passwords(target: Target, log: Log): Promise<void> {
  const needed = target.operations.find(({ name }) => name === 'POST /staff')?.needs ?? ''
  const [mayAdd] = await target.sql<{ login: string }>(`select c.login from organisation.staff m join organisation.store s on s.id = m.store_id and s.code = 'SH1' join organisation.credential c on c.person_id = m.person_id and not c.must_change
    join organisation.position_right r on r.store_id = m.store_id and r.position = m.position and r.permission = $1 where m.ended_at is null order by c.login limit 1`, [needed])
  const sys = await signIn(target, mayAdd?.login ?? '') ?? '' // the deeds before may have given the right to others
  const added = await post(target, '/staff', newLogin('attacked'), sys)
  const made = jsonOf(added.text)
  if (!log.holds('P13', typeof made['password'] === 'string', () => `nobody new to attack: ${String(added.status)} ${added.text.slice(0, 200)}`)) return
  const given = String(made['password'])
  const first = await signIn(target, 'attacked', undefined, given) ?? ''
  const owing = await get(target, '/repair-orders', first)
  log.holds('P13', owing.status === 403, () => `who owes a new password works already: ${String(owing.status)}`)
  const own = 'Kettle-7-window'
  const changed = await post(target, '/session/password', { current: given, next: own }, first)
  const again = await signIn(target, 'attacked', undefined, given)
  log.holds('P13', changed.status === 200 && again === null, () => `the one-time password opens a second time: ${String(changed.status)} ${changed.text.slice(0, 160)}`)
  const [one, two] = [await signIn(target, 'attacked', undefined, own) ?? '', await signIn(target, 'attacked', undefined, own) ?? '']
  await post(target, '/session/password', { current: own, next: 'Lantern-8-harbour' }, one)
  log.holds('P13', (await get(target, '/session', two)).status === 401 && (await signIn(target, 'attacked', undefined, own)) === null, () => 'after a change of the password another session lives, or the old password opens')
  const reset = await post(target, `/staff/${String(made['id'])}/reset-password`, { reason: '忘记密码' }, sys)
  log.holds('P13', reset.status !== 200 || (await get(target, '/session', one)).status === 401, () => 'after a reset of the password the old session lives')
  const [hash] = await target.sql<{ hash: string }>('select password_hash as hash from organisation.credential limit 1')
  const [, memory = '0', passes = '0'] = /argon2id\$v=19\$m=(\d+),t=(\d+)/.exec(hash?.hash ?? '') ?? []
  log.holds('P13', Number(memory) >= 19_456 && Number(passes) >= 2, () => `hashes are ${String(hash?.hash.slice(0, 40))}`)
  log.fact('P13', `a one-time password opens once and no right before it is changed; a change ends the other sessions; argon2id with ${String(Math.round(Number(memory) / 1_024))} MiB, t ${passes}`)
}

async function foreignOrigins(target: Target, log: Log): Promise<void> {
  const cookie = await signIn(target, 'sad3') ?? ''
  const deeds = target.operations.filter(({ method }) => method === 'POST')
  for (const origin of ['https://evil.example', 'null', `${target.product.url}.evil.example`]) {
    for (const { path, name, uploads } of deeds) {
      const answer = await target.ask({ method: 'POST', path: path.replace(/\{\w+\}/g, 'x'), cookie, headers: { origin }, body: uploads ? new Uint8Array(4) : '{}' })
      log.holds('P13', answer.status === 403 && codeOf(answer) === 'platform.foreign-origin', () => `${name} from ${origin}: ${String(answer.status)} ${codeOf(answer)}`)
    }
  }
  log.fact('P13', `a page of another site acts in nobody's name: ${String(deeds.length)} deeds × 3 origins, all refused`)
}

/** A colleague with a second factor of his own: what each try counts against stays his. */
async function withSecondFactor(target: Target, login: string) {
  const own = await signIn(target, login) ?? ''
  const secret = String(jsonOf((await post(target, '/session/second-factor', {}, own)).text)['secret'])
  const totp = new TOTP({ secret })
  const confirmed = await post(target, '/session/second-factor/confirm', { code: totp.generate() }, own)
  const enter = (code?: string): Promise<Reply> => post(target, '/session', { login, password: demoPassword, ...(code === undefined ? {} : { code }) })
  return { totp, codes: (jsonOf(confirmed.text)['codes'] ?? []) as string[], enter, eightTimes: async (code?: string) => (await Promise.all(Array.from({ length: 8 }, () => enter(code)))).filter(({ status }) => status === 200).length }
}

async function secondFactor(target: Target, log: Log): Promise<void> {
  const { totp, enter, eightTimes } = await withSecondFactor(target, 'sad4')
  const next = totp.generate({ timestamp: Date.now() + 30_000 })
  const tries = { without: await enter(), confirming: await enter(totp.generate()), fresh: await eightTimes(next), replay: await enter(next) }
  log.holds('P13', tries.without.status !== 200 && tries.confirming.status !== 200 && tries.replay.status !== 200 && tries.fresh === 1, () =>
    `one-time codes: without ${String(tries.without.status)}, the confirming one again ${String(tries.confirming.status)}, a new one eight times at once ${String(tries.fresh)}, again ${String(tries.replay.status)}`)
  const other = await withSecondFactor(target, 'sad5')
  const opened = await other.eightTimes(other.codes[0])
  log.holds('P13', opened === 1 && (await other.enter(other.codes[0])).status !== 200, () => `a recovery code opened ${String(opened)} times, or once more later`)
  log.fact('P13', `a one-time code opens ${String(tries.fresh)} of 8 log-ins at once and none later, a recovery code ${String(opened)} of 8; none opens without`)
}

async function customersLink(target: Target, log: Log): Promise<void> {
  const token = (await linkOf(target)) ?? ''
  const view = jsonOf((await target.ask({ method: 'GET', path: `/api/answers/${token}` })).text)
  if (view['state'] !== 'open') { log.fault('P13', `no open link to attack: ${JSON.stringify(view).slice(0, 160)}`); return }
  const near = Array.from({ length: 200 }, (_, index) => [...token].with(token.length - 1 - (index % 20), 'abcdefghijklmnopqrstuvwxyz'[index % 26] ?? 'a').join('')).filter((guess) => guess !== token)
  const guesses = await Promise.all(near.map((guess) => target.ask({ method: 'GET', path: `/api/answers/${guess}` })))
  log.holds('P13', guesses.every(({ status }) => status === 404), () => `guessed links: ${tallied(guesses.map(({ status }) => String(status)))}`)
  const items = (view['items'] as { id: string }[]).map(({ id }) => ({ id, agreed: true }))
  const answer = (tail: string, index: number): Promise<Reply> => post(target, `/answers/${token}`, { tail, name: '李晨', signature, words: '', items, promisedAt: view['promisedAt'] }, '', { 'idempotency-key': `guess-tail-${String(index)}` })
  const tails = await Promise.all(Array.from({ length: 60 }, (_, index) => answer(String(7_000 + index), index)))
  const judged = tails.filter((reply) => codeOf(reply) === 'answers.wrong-tail').length
  log.holds('P13', judged <= mostWrongTries, () => `60 tails guessed at once: ${String(judged)} were judged, ${String(mostWrongTries)} may be (${tallied(tails.map(codeOf))})`)
  log.holds('P13', codeOf(await answer('0001', 61)) !== '', () => 'after too many wrong tails the right one still opens the link')
  const late = await linkOf(target)
  await target.sql("update answers.link set made_at = made_at - interval '3 days', expires_at = expires_at - interval '3 days' where void_at is null and answered_at is null")
  const expired = late === null ? 'void' : String(jsonOf((await target.ask({ method: 'GET', path: `/api/answers/${late}` })).text)['state'])
  log.holds('P13', expired === 'void', () => `an expired link is ${expired}`)
  log.fact('P13', `the customer's link: 200 guesses one letter off find nothing; of 60 wrong tails at once ${String(judged)} are judged (${String(mostWrongTries)} may be), then it is void; after its hours it is void`)
}

/** A new link on the car of the valid call. */
async function linkOf(target: Target): Promise<string | null> {
  const valid = target.valid.get('POST /answers/of-order/:orderId/estimate')
  if (valid === undefined) return null
  const cookie = await signIn(target, valid.by) ?? ''
  const made = await post(target, valid.address.split('/api')[1] ?? '', jsonOf(String(valid.body)), cookie)
  return made.status === 200 ? String(jsonOf(made.text)['path']).split('/').at(-1) ?? null : null
}

async function guessing(target: Target, log: Log): Promise<void> {
  const enter = (login: string, password: string, index: number): Promise<Reply> => post(target, '/session', { login, password }, '', { 'x-forwarded-for': `10.0.${String(index % 250)}.7` }, '127.0.0.9')
  const wrong = await Promise.all(Array.from({ length: 40 }, (_, index) => enter('fds', `guess-${String(index)}`, index)))
  const judged = wrong.filter(({ status }) => status === 401).length
  log.holds('P13', judged <= attemptLimit.perLogin, () => `40 passwords guessed at once: ${String(judged)} were judged, ${String(attemptLimit.perLogin)} may be`)
  const elsewhere = await post(target, '/session', { login: 'fds', password: demoPassword }, '', {}, '127.0.0.10')
  log.holds('P13', elsewhere.status === 429, () => `after that the right password from another address: ${String(elsewhere.status)}`)
  const colleague = await signIn(target, 'wss')
  log.holds('P13', colleague !== null, () => 'a colleague at another machine cannot sign in while somebody guesses')
  const names = await Promise.all(Array.from({ length: 100 }, (_, index) => enter(`nobody-${String(index)}`, 'x', index)))
  const tried = names.filter(({ status }) => status === 401).length
  log.holds('P13', tried <= attemptLimit.perAddress, () => `100 names tried from one address: ${String(tried)} were judged, ${String(attemptLimit.perAddress)} may be`)
  log.fact('P13', `passwords guessed 40 at once for one log-in: ${String(judged)} judged (limit ${String(attemptLimit.perLogin)}), with X-Forwarded-For of its own each; 100 log-ins from one address: ${String(tried)} judged (limit ${String(attemptLimit.perAddress)}); colleagues go on`)
}
