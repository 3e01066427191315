import { makeProduct } from '../../src/app/testing/product.ts'
import { deedsAtOnce } from './deeds-at-once.ts'
import { matrix } from './matrix.ts'
import { outcomeOf, type Goal, type Log, type Outcome } from './outcome.ts'
import { strangers } from './strangers.ts'
import { targetOf, type Target } from './target.ts'

const attacks: readonly (readonly [string, Goal, (target: Target, log: Log) => Promise<void>])[] = [
  ['every deed many times at once', 'P9', deedsAtOnce],
  ['rights', 'P1', matrix],
  ['the other store', 'P2', strangers],
]
const product = await makeProduct()
const outcomes: Outcome[] = []
try {
  await product.start()
  const target = await targetOf(product)
  for (const [name, goal, attack] of attacks) {
    const o = await outcomeOf(name, goal, (log) => attack(target, log))
    outcomes.push(o)
    console.log(JSON.stringify(o, null, 1))
  }
  await target.close()
} finally {
  await product.remove()
}
