import { makeProduct } from '../../src/app/testing/product.ts'
import { deedsAtOnce } from './deeds-at-once.ts'
import { fields } from './fields.ts'
import { matrix } from './matrix.ts'
import { outcomeOf, type Goal, type Log, type Outcome } from './outcome.ts'
import { races } from './races.ts'
import { writeReport } from './report.ts'
import { sessions } from './sessions.ts'
import { storedPayloads } from './stored-payloads.ts'
import { strangers } from './strangers.ts'
import { targetOf, type Target } from './target.ts'
import { uploads } from './uploads.ts'
import { wireAndLimits } from './wire-and-limits.ts'

// Attacks the product as somebody would who has a log-in, a stranger's browser or the network (docs/proof/attack.md; reliability P1–P4, P8–P10, P13–P15).
type Attack = readonly [name: string, goal: Goal, attack: (target: Target, log: Log) => Promise<void>]
/** The first one makes the valid call of each operation, which all others start from. */
const first: readonly Attack[] = [
  ['every deed many times at once', 'P9', deedsAtOnce],
  ['races for money and parts', 'P8', races],
  ['rights', 'P1', matrix],
  ['the other store', 'P2', strangers],
  ['uploads', 'P15', uploads],
  ['the wire and its limits', 'P15', wireAndLimits],
  ['hostile fields', 'P3', fields],
  ['log-in, sessions, links', 'P13', sessions],
]
const second: readonly Attack[] = [['stored payloads in the browser', 'P14', storedPayloads]]

function print({ attack, seconds, facts, faults }: Outcome): void {
  console.log(`\n${attack} (${seconds.toFixed(0)} s)`)
  for (const [goal, fact] of facts) console.log(`  ${goal} ${fact}`)
  for (const [goal, fault] of faults.slice(0, 12)) console.log(`  ✗ ${goal} ${fault.slice(0, 500)}`)
  if (faults.length > 12) console.log(`  ✗ … and ${String(faults.length - 12)} more`)
}

/** A product of their own for these attacks; answers what `verify` says of its books afterwards. */
async function attackOne(attacks: readonly Attack[], outcomes: Outcome[]): Promise<string> {
  const product = await makeProduct()
  try {
    await product.start().catch(() => product.ready(300_000)) // a busy machine loads the demo store slowly
    const target = await targetOf(product)
    for (const [name, goal, attack] of attacks) {
      const outcome = await outcomeOf(name, goal, (log) => attack(target, log))
      outcomes.push(outcome)
      print(outcome)
    }
    await target.close()
    await product.stop()
    const { code, said } = await product.run('verify')
    return code === 0 && !said.includes('WRONG') ? 'clean' : said.split('\n').filter((line) => line.startsWith('WRONG')).join('; ')
  } finally {
    await product.remove()
  }
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('tool:') && word !== '--')
const chosen = (attacks: readonly Attack[]): Attack[] => attacks.filter(([name], index) => wanted.length === 0 || (index === 0 && wanted.some((word) => attacks.some(([each]) => each.includes(word)))) || wanted.some((word) => name.includes(word)))
let held = true
for (const attacks of [chosen(first), chosen(second)].filter(({ length }) => length > 0)) {
  const outcomes: Outcome[] = []
  const verify = await attackOne(attacks, outcomes)
  console.log(`\nverify: ${verify}`)
  writeReport(outcomes, [...first, ...second].map(([name]) => name), verify)
  held &&= verify === 'clean' && outcomes.every(({ faults }) => faults.length === 0)
}
if (!held) console.error('\nNot everything held.')
process.exitCode = held ? 0 : 1
