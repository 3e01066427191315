// Any Node >= 18: installs what is missing, then runs the product on Node 24 (the machine's own, or the one from npm's platform package).
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 24
const root = path.dirname(fileURLToPath(import.meta.url))
const [command = 'start'] = process.argv.slice(2)
const forTools = command.startsWith('tool:')

function install() {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
  const marker = path.join(root, 'node_modules', '.gangwei-installed')
  const done = existsSync(marker) ? readFileSync(marker, 'utf8') : ''
  if (done === `${lock} all` || (!forTools && done === `${lock} product`)) return
  const whole = forTools || done.endsWith(' all') || existsSync(path.join(root, 'node_modules', 'vitest')) // a development tree stays one, npm's own too
  const began = Date.now()
  const said = forTools ? 2 : 1 // a tool may be a filter: its output is its answers alone
  writeSync(said, 'Installing packages …\n')
  const npm = process.env.npm_execpath
  // What tools need comes beside what the product has: `npm ci` would empty the folder under a product that runs.
  const how = done === `${lock} product` ? ['install', '--no-save'] : ['ci']
  const words = [...how, '--no-audit', '--no-fund', '--loglevel=error', ...(whole ? [] : ['--omit=dev'])]
  const options = { cwd: root, stdio: ['inherit', said, 2], env: { ...process.env, npm_config_omit: '', NODE_ENV: '' } }
  const result = npm === undefined ? spawnSync('npm', words, { ...options, shell: process.platform === 'win32' }) : spawnSync(process.execPath, [npm, ...words], options)
  if (result.status !== 0) {
    console.error(`npm ${how[0]} failed. This folder must be writable and the npm registry reachable: ${root}`)
    process.exit(1)
  }
  writeFileSync(marker, `${lock} ${whole ? 'all' : 'product'}`)
  writeSync(said, `Installed in ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

function node24() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    console.error(`Node ${wanted} or newer is needed; this is ${process.version}, and npm has no ${name} package for this machine.`)
    process.exit(1)
  }
}

install()
const main = path.join(root, forTools ? 'tools/main.ts' : 'src/app/main.ts')
// The channel tells the child when we are gone, even by SIGKILL: nobody is left behind.
const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, TZ: 'UTC' },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 0) : 1))

// npm runs us through a shell, which outlives an npm that is killed: whoever stands above the shell is watched too.
function above() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
if (process.env.npm_lifecycle_event !== undefined) {
  const before = above()
  setInterval(() => { if (above() !== before) child.kill('SIGTERM') }, 1000).unref()
}
