import { connect, type Socket } from 'node:net'
import type { Log } from './outcome.ts'
import { problems } from './matrix.ts'
import { signIn } from './people.ts'
import type { Target } from './target.ts'
import { codeOf, whyNoProblem, type Reply } from './wire.ts'
import { whileAlive } from './while-alive.ts'

const halfOpen = 200
const ways = ['/../../../../etc/passwd', '/assets/../../package.json', '/assets/..%2f..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cpackage.json', '/assets/%00', '//etc/passwd', '/.env', '/.git/config',
  '/api/../../package.json', '/api/%2e%2e/package.json', '/assets/....//....//package.json', '/wall/../../package.json', '/data/postgres/postgresql.conf', '/src/app/main.ts', '/gangwei.settings.json']
const inFiles = /root:x:0|"dependencies"|\[core\]|listen_addresses|import \{|DATABASE_URL/

/** Addresses that lead outside, methods nobody declared, half a protocol, bodies of any size: refused, and everybody else is served. */
export async function wireAndLimits(target: Target, log: Log): Promise<void> {
  await addresses(target, log)
  await wrongHttp(target, log)
  await heavy(target, log)
  await openHalf(target, log)
}

async function addresses(target: Target, log: Log): Promise<void> {
  for (const path of ways) {
    const answer = await target.ask({ method: 'GET', path })
    problems(log, answer, path)
    log.holds('P3', answer.status !== 0 && answer.status < 500 && !inFiles.test(answer.text), () => `${path}: ${String(answer.status)} ${answer.text.slice(0, 120)}`)
  }
  const [metrics, wall] = [await target.ask({ method: 'GET', path: '/metrics' }), await target.ask({ method: 'GET', path: '/wall' })]
  log.holds('P2', !/沪|1990000|[0-9a-f]{8}-[0-9a-f]{4}-7/.test((metrics.text.match(/\{[^}]*\}/g) ?? []).join(' ')), () => '/metrics names a plate, a person or an id')
  log.holds('P2', wall.headers['content-type']?.includes('text/html') === true && !wall.text.includes('沪'), () => `/wall without a session: ${wall.text.slice(0, 120)}`)
  const policy = String(wall.headers['content-security-policy'])
  log.holds('P14', !/script-src[^;]*unsafe-(inline|eval)'/.test(policy.replace("'wasm-unsafe-eval'", '')) && policy.includes("default-src 'none'"), () => `the policy of the pages is ${policy}`)
  log.fact('P3', `${String(ways.length)} addresses that lead outside the pages, /metrics and /wall without a session: nothing of a file, a person or a car shown`)
  log.fact('P14', 'Content-Security-Policy: default none, scripts from the own host only, nothing inline')
}

const onTheWire = (url: string, words: string): Promise<Reply> => new Promise((resolve) => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => { text += part })
  const end = (): void => {
    const [head = '', body = ''] = text.split('\r\n\r\n')
    const type = /content-type: ([^\r]+)/i.exec(head)?.[1]
    socket.destroy()
    resolve({ status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1] ?? 0), headers: type === undefined ? {} : { 'content-type': type }, text: body, bytes: Buffer.from(body), milliseconds: 0 })
  }
  socket.on('end', end).on('error', end).setTimeout(3_000, end)
  socket.write(words)
})

async function wrongHttp(target: Target, log: Log): Promise<void> {
  const wires: Readonly<Record<string, string>> = {
    'no HTTP': 'GARBAGE\r\n\r\n', 'two lengths': 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ncontent-length: 40\r\n\r\nabcd',
    'length and chunks': 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/session HTTP/1.1\r\n\r\n',
    'a line break in a header': 'GET /live HTTP/1.1\r\nhost: x\r\nx: a\0b\r\n\r\n', 'headers of 20 kB': `GET /live HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    'wrong chunks': 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 'a bad percent': 'GET /api/repair-orders/% HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  }
  for (const [name, words] of Object.entries(wires)) {
    const answer = await onTheWire(target.product.url, words)
    const why = answer.status === 200 ? 'granted' : whyNoProblem(answer)
    log.holds('P4', why === null && answer.status !== 0, () => `${name}: ${String(answer.status)}, ${String(why)}: ${answer.text.slice(0, 160)}`)
  }
  const cookie = await signIn(target, 'sad') ?? ''
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const answer = await target.ask({ method, path: '/api/repair-orders', cookie, ...(method === 'TRACE' ? {} : { body: '{}' }) })
    log.holds('P4', answer.status >= 400 && whyNoProblem(answer) === null, () => `${method}: ${String(answer.status)} ${answer.text.slice(0, 160)}`)
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'application/octet-stream', 'application/json; charset=utf-7']) {
    const answer = await target.ask({ method: 'POST', path: '/api/session', body: '{"login":"sad"}', headers: { 'content-type': type } })
    problems(log, answer, type)
    log.holds('P4', answer.status >= 400, () => `${type}: ${String(answer.status)}`)
  }
  log.fact('P4', `${String(Object.keys(wires).length)} kinds of broken HTTP, 6 methods and 6 content types nobody declared: each a problem with a code`)
}

async function heavy(target: Target, log: Log): Promise<void> {
  const cookie = await signIn(target, 'sad') ?? ''
  const codes: string[] = []
  const pulse = await whileAlive(target.product, async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const answers = await Promise.all([
        target.ask({ method: 'POST', path: '/api/imports?kind=customers&fileName=x.xlsx', body: new Uint8Array(60 * 2 ** 20), cookie: await signIn(target, 'stm') ?? '' }),
        target.ask({ method: 'POST', path: '/api/repair-orders', body: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, cookie }),
        target.ask({ method: 'POST', path: '/api/repair-orders', body: `{"plate":"${'x'.repeat(3 * 2 ** 20)}"}`, cookie }),
        target.ask({ method: 'POST', path: '/api/repair-orders', body: JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${String(index)}`, index]))), cookie }),
        target.ask({ method: 'GET', path: `/api/customers?find=${encodeURIComponent('%'.repeat(60))}`, cookie }),
      ])
      for (const answer of answers.slice(0, 4)) {
        codes.push(answer.status === 0 ? 'connection closed' : codeOf(answer))
        log.holds('P15', answer.status === 0 || (answer.status >= 400 && answer.status < 500), () => `a heavy body: ${String(answer.status)} ${answer.text.slice(0, 120)}`)
      }
    }
  })
  log.holds('P15', pulse.longest < 800 && pulse.dead === 0, () => `heavy bodies: a heartbeat took ${String(Math.round(pulse.longest))} ms`)
  log.fact('P15', `60 MB upload, JSON of 100,000 levels, text of 3 MB, 60,000 keys, five times at once: refused (${[...new Set(codes)].join(', ')}); longest heartbeat ${String(Math.round(pulse.longest))} ms (goal 800)`)
}

async function openHalf(target: Target, log: Log): Promise<void> {
  const { hostname, port } = new URL(target.product.url)
  const sockets: Socket[] = []
  const pulse = await whileAlive(target.product, async () => {
    for (let index = 0; index < halfOpen; index += 1) {
      const socket = connect(Number(port), hostname).on('error', () => {})
      socket.write('POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
      sockets.push(socket)
    }
    await new Promise((resolve) => { setTimeout(resolve, 6_000) })
  })
  for (const socket of sockets) socket.destroy()
  log.holds('P15', pulse.longest < 2_000 && pulse.dead === 0, () => `${String(halfOpen)} half-open requests: a heartbeat took ${String(Math.round(pulse.longest))} ms`)
  log.fact('P15', `${String(halfOpen)} half-open requests for 6 s: longest heartbeat ${String(Math.round(pulse.longest))} ms (goal 2,000)`)
}
