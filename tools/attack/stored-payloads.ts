import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { demoPassword } from '../../src/app/demo/load-demo.ts'
import { exampleCalls, NotThere, sendOnce, type Sending } from '../../src/app/testing/example-calls.ts'
import { leavesOf, withLeaf, type Schema } from '../../src/app/testing/samples.ts'
import { validCall } from './matrix.ts'
import type { Log } from './outcome.ts'
import { signIn } from './people.ts'
import type { Target } from './target.ts'
import { jsonOf } from './wire.ts'

const payloads = [
  '<script>gangweiCanary(1)</script>', '"><img src=x onerror=gangweiCanary(2)>', "'><svg/onload=gangweiCanary(3)>", 'javascript:gangweiCanary(4)', '<iframe srcdoc="<script>parent.gangweiCanary(5)</script>">',
  '=HYPERLINK("http://evil.example","x")', '\u202e\u2066)8(yranaCiewgnag\u2069😀𠮷', '<b>粗体</b>&lt;i&gt;{{7*7}}${7*7}#eval("1")', '@SUM(1+1)*cmd|\' /C calc\'!A0', `长${'很长'.repeat(40)}`,
]
/** Together they have every page in their navigation; each page is opened by the first who has it. */
const readers = ['gm', 'sad', 'whk', 'pts', 'csh', 'stm', 'sys', 'sec', 'aud', 'tec', 'wss', 'ccc', 'fin', 'inf', 'ppl', 'fds'] as const
const linksPerPage = 2

/** Whether a person may write what he likes there; words of a list, ids, days, plates and codes are something else. */
function roomIn(schema: Schema | undefined, way: readonly (string | number)[]): number {
  const [step, ...rest] = way
  if (schema === undefined) return 0
  const branches = schema.anyOf ?? schema.oneOf
  if (branches !== undefined) return Math.max(...branches.map((each) => roomIn(each, way)))
  if (step === undefined) {
    const { type, format, pattern, enum: list, const: only } = schema
    const isText = type === 'string' || (Array.isArray(type) && type.includes('string'))
    return isText && format === undefined && pattern === undefined && list === undefined && only === undefined ? (schema as { maxLength?: number }).maxLength ?? 0 : 0
  }
  return roomIn(typeof step === 'number' ? schema.items : schema.properties?.[step], rest)
}
const secrets = /password|code|login|plate|vin|phone|number|tail|token|pin|badge|version|key|timeZone|signature/i

/** Fills the demo store through its own deeds with what a stranger would write, then looks at it as people do: in the browser, on paper, in workbooks. */
export async function storedPayloads(target: Target, log: Log): Promise<void> {
  const written = await writeEverywhere(target)
  log.holds('P14', written.fields >= 200, () => `only ${String(written.fields)} fields took a payload`)
  log.fact('P14', `${String(payloads.length)} payloads (script, picture, SVG, frame, address, formulas, turned writing, very long) written through ${String(written.deeds)} deeds of ${String(written.operations)} operations into ${String(written.fields)} text fields`)
  await sheetsAndPapers(target, log)
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await everyPage(target, log, browser)
  } finally {
    await browser.close()
  }
}

type Written = { fields: number; deeds: number; operations: number }

async function writeEverywhere(target: Target): Promise<Written> {
  let turn = 0
  const [fields, operations] = [new Set<string>(), new Set<string>()]
  let deeds = 0
  const send = async (sending: Sending): Promise<Response> => {
    const operation = target.operations.find(({ name }) => name === sending.operation)
    const body = typeof sending.body === 'string' && sending.method === 'POST' ? jsonOf(sending.body) : null
    target.valid.set(sending.operation, sending)
    if (operation?.schema === null || operation === undefined || body === null || operation.needs === 'anyone') return sendOnce(sending)
    const ways = leavesOf(body).filter((way) => !secrets.test(String(way.findLast((step) => typeof step === 'string'))) && roomIn(operation.schema ?? undefined, way) >= 20)
    const filled = ways.reduce<unknown>((whole, way) => withLeaf(whole, way, [...payloads[turn++ % payloads.length] ?? ''].slice(0, roomIn(operation.schema ?? undefined, way)).join('')), body)
    const answer = await sendOnce({ ...sending, body: JSON.stringify(filled), headers: { ...sending.headers, 'idempotency-key': `${sending.headers['idempotency-key'] ?? ''}-payload` } })
    if (answer.status !== 200) return sendOnce(sending) // a word that the example needs as it is
    if (ways.length > 0) { deeds += 1; operations.add(operation.name) }
    for (const way of ways) fields.add(`${operation.name} ${way.filter((step) => typeof step === 'string').join('.')}`)
    return answer
  }
  const calls = exampleCalls(target.product.url, target.document, send)
  for (const name of [...calls.operations.keys()].filter((each) => each.startsWith('POST'))) {
    await calls.make({ operation: name as 'POST /' }).catch((cause: unknown) => { if (!(cause instanceof NotThere)) throw cause })
  }
  for (const name of [...calls.operations.keys()].filter((each) => each.startsWith('GET'))) {
    await calls.make({ operation: name as 'GET /' }).catch((cause: unknown) => { if (!(cause instanceof NotThere)) throw cause })
  }
  return { fields: fields.size, deeds, operations: operations.size }
}

/** Nothing in a workbook is a formula, nothing in a paper acts; what was written stands there as text. */
async function sheetsAndPapers(target: Target, log: Log): Promise<void> {
  let [sheets, papers, literal, formulas] = [0, 0, 0, 0]
  const reads = existsSync('/usr/bin/pdftotext')
  for (const operation of target.operations.filter(({ gives }) => gives === 'application/pdf' || gives === 'application/octet-stream')) {
    const cookie = await signIn(target, target.valid.get(operation.name)?.by ?? 'stm') ?? ''
    const { status, bytes, headers } = await target.ask({ ...validCall(target, operation), cookie })
    if (status !== 200) continue
    const begin = bytes.subarray(0, 4).toString('latin1')
    if (begin === '%PDF') {
      papers += 1
      log.holds('P14', !/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|URI)\b/.test(bytes.toString('latin1')), () => `${operation.name}: the paper acts`)
      if (reads && textOf(bytes).includes('gangweiCanary')) literal += 1
    } else if (begin.startsWith('PK')) {
      sheets += 1
      const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, part]) => Buffer.from(part).toString()).join('')
      if (/[>=]HYPERLINK\(|@SUM\(/.test(xml)) formulas += 1
      log.holds('P14', !/<f[ >]/.test(xml), () => `${operation.name}: a formula in the workbook`)
    } else if (String(headers['content-type']).includes('csv')) {
      sheets += 1
      log.holds('P14', !/(^|,)"?[=@]/m.test(bytes.toString()), () => `${operation.name}: a formula in the CSV`)
    }
  }
  log.fact('P14', `${String(sheets)} workbooks and CSV files: no formula (${String(formulas)} of them carry one as text); ${String(papers)} papers as PDF: nothing that acts${reads ? `, ${String(literal)} show a payload as text` : ''}`)
}

/** Without spaces: a paper breaks its lines where it likes. Empty where nothing is drawn, as in the smallest PDF there is. */
function textOf(paper: Buffer): string {
  try {
    return execFileSync('pdftotext', ['-', '-'], { input: paper, stdio: ['pipe', 'pipe', 'ignore'] }).toString().replaceAll(/\s/g, '')
  } catch {
    return ''
  }
}

type Seen = { readonly ran: string[]; readonly broken: string[]; pages: number; literal: number }

async function everyPage(target: Target, log: Log, browser: Browser): Promise<void> {
  const seen: Seen = { ran: [], broken: [], pages: 0, literal: 0 }
  const visited = new Set<string>()
  await Promise.all([readers.filter((_, index) => index % 2 === 0), readers.filter((_, index) => index % 2 === 1)].map(async (logins) => {
    for (const login of logins) await pagesOf(target, browser, login, visited, seen)
  }))
  const screens = screenAddresses()
  const unseen = screens.filter((address) => ![...visited].some((path) => path === address || path.startsWith(`${address}/`) || path.startsWith(`${address}?`)))
  log.holds('P14', screens.length > 50 && unseen.length === 0, () => `of ${String(screens.length)} pages nobody opened ${unseen.join(', ')}`)
  for (const fault of new Set([...seen.ran, ...seen.broken])) log.fault('P14', fault)
  log.holds('P14', seen.literal >= 10, () => `only ${String(seen.literal)} pages showed a payload`)
  log.fact('P14', `${String(seen.pages)} pages opened in Chromium by ${readers.join(', ')}: all ${String(screens.length)} of the navigation, and the records behind its lists; ${String(seen.literal)} of them show payloads as text, ${String(seen.ran.length)} ran one, ${String(seen.broken.length)} errors or breaches of the policy`)
}

/** The pages of all modules by the fixed part of their address, as each declares its own; the browser alone could load the declarations. */
function screenAddresses(): string[] {
  const modules = join(import.meta.dirname, '../../src/modules')
  const declared = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('ui/screens.ts'))
  return declared.flatMap((file) => [...readFileSync(join(modules, file), 'utf8').matchAll(/path: '(\/[^'{$]*)[^']*', group:/g)].map(([, address = '']) => address.replace(/\/$/, '') || '/'))
}

async function pagesOf(target: Target, browser: Browser, login: string, visited: Set<string>, seen: Seen): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1_440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const at = (): string => `${login} at ${new URL(page.url()).pathname}`
  await page.exposeFunction('gangweiCanary', (which: unknown) => { seen.ran.push(`payload ${String(which)} ran: ${at()}`) })
  await page.addInitScript("document.addEventListener('securitypolicyviolation', (breach) => { console.error('policy breach: ' + breach.violatedDirective + ' ' + breach.blockedURI) })")
  page.on('dialog', (dialog) => { seen.ran.push(`a dialog "${dialog.message()}": ${at()}`); void dialog.dismiss() })
  page.on('pageerror', (error) => { seen.broken.push(`${error.message.slice(0, 160)}: ${at()}`) })
  page.on('console', (message) => { if (/policy breach|Content Security Policy/.test(message.text())) seen.broken.push(`${message.text().slice(0, 160)}: ${at()}`) })
  await context.request.post(`${target.product.url}/api/session`, { data: { login, password: demoPassword } })
  await look(page, `${target.product.url}/`, seen)
  const navigation = await linksIn(page, 'nav')
  for (const path of [...new Set(navigation)].filter((each) => !visited.has(each))) {
    visited.add(path)
    await look(page, `${target.product.url}${path}`, seen)
    for (const record of (await linksIn(page, 'main')).filter((each) => !visited.has(each) && !navigation.includes(each)).slice(0, linksPerPage)) {
      visited.add(record)
      await look(page, `${target.product.url}${record}`, seen)
    }
  }
  await context.close()
}

async function linksIn(page: Page, where: string): Promise<string[]> {
  const links = await page.locator(`${where} a[href^="/"]`).all()
  return [...new Set(await Promise.all(links.map(async (link) => await link.getAttribute('href', { timeout: 2_000 }).catch(() => null) ?? '/')))].filter((address) => !address.startsWith('/api/')) // a file, which is saved
}

async function look(page: Page, address: string, seen: Seen): Promise<void> {
  await page.goto(address)
  await page.locator('h1').first().waitFor({ timeout: 10_000 }).catch(() => { seen.broken.push(`no heading at ${address}`) })
  await page.waitForLoadState('load')
  await page.waitForTimeout(350)
  seen.pages += 1
  if (/gangweiCanary|HYPERLINK|yranaCiewgnag|粗体/.test(await page.locator('body').innerText())) seen.literal += 1
}
