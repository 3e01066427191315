import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { makeProduct } from '../../src/app/testing/product.ts'
import { demoPassword } from '../../src/app/demo/load-demo.ts'
import { load, measured } from './measure.ts'

type Seen = { readonly requests: number; readonly kilobytes: number; readonly scriptKilobytes: number; readonly paintMs: number; readonly usableMs: number }
export type FirstPage = { readonly rows: readonly { readonly name: string; readonly seen: readonly Seen[] }[]; readonly load: string }

const rounds = 5
/** A phone in the yard: 10 Mbit/s down, 40 ms there and back. */
const yard = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8, latency: 40 }

async function counting(page: Page): Promise<{ readonly session: CDPSession; read(): Pick<Seen, 'requests' | 'kilobytes' | 'scriptKilobytes'> }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let [requests, bytes, scriptBytes] = [0, 0, 0]
  const scripts = new Set<string>()
  session.on('Network.requestWillBeSent', () => { requests += 1 })
  session.on('Network.responseReceived', ({ requestId, type }) => { if (type === 'Script') scripts.add(requestId) })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  return { session, read: () => ({ requests, kilobytes: bytes / 1_024, scriptKilobytes: scriptBytes / 1_024 }) }
}

/** Opens an address and waits until what one came for can be clicked. */
async function open(page: Page, address: string, wanted: string, slow: boolean): Promise<Seen> {
  const counter = await counting(page)
  if (slow) await counter.session.send('Network.emulateNetworkConditions', yard)
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(wanted).first().click({ trial: true, timeout: 60_000 })
  const usableMs = performance.now() - began
  const paintMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  const seen = { ...counter.read(), paintMs, usableMs }
  await counter.session.detach()
  return seen
}

const newContext = (browser: Browser): Promise<BrowserContext> => browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/session`, { data: { login: 'sad', password: demoPassword } })
  if (!answer.ok()) throw new Error(`cannot sign in: ${await answer.text()}`)
}

/** What somebody waits for who opens the product: the log-in page, the order list with nothing kept and with everything kept, and the same on a phone's network. */
export async function measureFirstPage(): Promise<FirstPage> {
  const product = await makeProduct()
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await product.start()
    const seen = { login: [] as Seen[], cold: [] as Seen[], warm: [] as Seen[], yard: [] as Seen[] }
    for (let round = 0; round < rounds; round += 1) {
      const stranger = await newContext(browser)
      seen.login.push(await open(await stranger.newPage(), product.url, 'input[type=password]', false))
      await stranger.close()
      const advisor = await newContext(browser)
      await signIn(advisor, product.url)
      seen.cold.push(await open(await advisor.newPage(), `${product.url}/repair-orders`, '.k-list-row', false))
      seen.warm.push(await open(await advisor.newPage(), `${product.url}/repair-orders`, '.k-list-row', false))
      await advisor.close()
      const phone = await newContext(browser)
      await signIn(phone, product.url)
      seen.yard.push(await open(await phone.newPage(), `${product.url}/repair-orders`, '.k-list-row', true))
      await phone.close()
    }
    return {
      load: load(),
      rows: [
        { name: 'log-in page, nothing kept', seen: seen.login }, { name: 'order list, nothing kept', seen: seen.cold },
        { name: 'order list, second visit', seen: seen.warm }, { name: 'order list, nothing kept, 10 Mbit/s and 40 ms', seen: seen.yard },
      ],
    }
  } finally {
    await browser.close()
    await product.remove()
  }
}

export const firstPageHead = '## The first page'

export function firstPageReport({ rows, load: average }: FirstPage): string {
  const half = (seen: readonly Seen[], of: keyof Seen): string => measured(seen.map((each) => each[of])).p50.toFixed(0)
  return `${firstPageHead}

In Chromium on this machine, demo store T0, 1440 px; each row the middle of ${String(rounds)} visits. "Can be clicked": the first order of the list (or the password's field) is there, stands still and takes a click.

| | requests | KB over the wire | of it script (goal 300) | first paint, ms | can be clicked, ms |
|---|--:|--:|--:|--:|--:|
${rows.map(({ name, seen }) => `| ${name} | ${half(seen, 'requests')} | ${half(seen, 'kilobytes')} | ${half(seen, 'scriptKilobytes')} | ${half(seen, 'paintMs')} | ${half(seen, 'usableMs')} |`).join('\n')}

Load average (1, 5, 15 min) ${average}; browser and product share the machine's cores.
`
}
