import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hostileFiles, script, type HostileFile } from './hostile-files.ts'
import { problems, validCall } from './matrix.ts'
import { tallied, type Log } from './outcome.ts'
import { signIn } from './people.ts'
import type { Operation, Target } from './target.ts'
import { codeOf, jsonOf, type Reply } from './wire.ts'
import { megabytesOf, whileAlive } from './while-alive.ts'

const mostGrowth = 1_200 // megabytes: a reading thread may take its own bound while it reads
const root = path.join(import.meta.dirname, '../..')

/** Every route that takes a file gets every hostile file: refused with a sentence, or kept as the harmless thing it says it is. */
export async function uploads(target: Target, log: Log): Promise<void> {
  const routes = target.operations.filter(({ uploads: takes }) => takes)
  const mark = `gangwei-outside-${String(process.pid)}`
  const files = hostileFiles(mark)
  const before = megabytesOf(target.product.serving())
  const answers: string[] = []
  const pulse = await whileAlive(target.product, async () => {
    for (const operation of routes) {
      const cookie = await signIn(target, target.valid.get(operation.name)?.by ?? 'stm') ?? ''
      for (const file of files) answers.push(await sendOne(target, log, { operation, file, cookie }))
    }
  })
  log.holds('P15', pulse.longest < 800 && pulse.dead === 0, () => `hostile files: a heartbeat took ${String(Math.round(pulse.longest))} ms, ${String(pulse.dead)} had no answer`)
  log.holds('P15', pulse.memory - before < mostGrowth, () => `hostile files: the server grew from ${String(before)} to ${String(pulse.memory)} MB`)
  const found = [target.product.folder, tmpdir(), root, path.dirname(root), '/', '/etc'].flatMap((folder) => readdirSync(folder).filter((name) => name.includes(mark)).map((name) => path.join(folder, name)))
  log.holds('P15', found.length === 0, () => `written outside: ${found.join(', ')}`)
  log.fact('P15', `${String(routes.length)} upload routes × ${String(files.length)} hostile files (${files.map(({ name }) => name).join(', ')}): ${tallied(answers)}; nothing written under a name from inside an archive`)
  log.fact('P15', `meanwhile ${String(pulse.beats)} heartbeats, longest ${String(Math.round(pulse.longest))} ms (goal 800); the server held ${String(before)} MB before and ${String(pulse.memory)} MB at most`)
}

type Sent = { readonly operation: Operation; readonly file: HostileFile; readonly cookie: string }

async function sendOne(target: Target, log: Log, { operation, file, cookie }: Sent): Promise<string> {
  const call = validCall(target, operation)
  const answer = await target.ask({ ...call, body: file.bytes, cookie })
  problems(log, answer, `${file.name} to ${operation.name}`)
  log.holds('P3', answer.status !== 0 && answer.status < 500, () => `${file.name} to ${operation.name}: ${String(answer.status)} ${answer.text.slice(0, 160)}`)
  if (answer.status !== 200) return `refused ${codeOf(answer)}`
  const id = String(jsonOf(answer.text)['id'])
  if (operation.name === 'POST /imports') {
    const read = await afterReading(target, id, cookie)
    const [state, refusal] = [read['state'], (read['refusal'] as { code?: string } | null)?.code ?? '']
    const good = Number(read['rowsNew'] ?? 0) + Number(read['rowsChanged'] ?? 0)
    log.holds('P3', !file.mustRefuse || state === 'refused' || good === 0, () => `${file.name} to ${operation.name}: ${JSON.stringify(read).slice(0, 200)}`)
    return state === 'refused' ? `refused when read ${refusal}` : `read, ${String(good)} rows to write`
  }
  const kept = await keptAs(target, operation, id, cookie)
  log.holds('P3', !file.mustRefuse, () => `${operation.name} kept ${file.name}`)
  if (kept !== null) log.holds('P14', kept.headers['x-content-type-options'] === 'nosniff' && !kept.text.includes(script) && !/html|svg|xml/.test(String(kept.headers['content-type'])), () => `${file.name}, kept by ${operation.name}, comes back as ${String(kept.headers['content-type'])} with the script in it`)
  return 'kept without what is not a picture'
}

async function afterReading(target: Target, id: string, cookie: string, patience = 240): Promise<Record<string, unknown>> {
  const read = jsonOf((await target.ask({ method: 'GET', path: `/api/imports/${id}`, cookie })).text)
  if (read['state'] !== 'reading' || patience === 0) return read
  await new Promise((resolve) => { setTimeout(resolve, 250) })
  return afterReading(target, id, cookie, patience - 1)
}

async function keptAs(target: Target, { name }: Operation, id: string, cookie: string): Promise<Reply | null> {
  const address = { 'POST /photos': `/api/photos/${id}/picture`, 'POST /recordings': `/api/recordings/${id}/sound`, 'POST /technical-documents/file': `/api/technical-documents/${id}/file` }[name]
  return address === undefined ? null : target.ask({ method: 'GET', path: address, cookie })
}
