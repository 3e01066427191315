import { methodFor, methodNames, methods, type MethodName } from '../../src/modules/planning/domain/forecast.ts'
import { orderUpTo } from '../../src/modules/planning/domain/order-up-to.ts'

/** A line that cannot be read, said in a sentence. */
export class WrongLine extends Error {}

const presets = { leadMonths: 1, reviewMonths: 1 / 3, service: 0.95 } // three M orders a month

type Question = { readonly id: string | number | null; readonly series: readonly number[]; readonly method: MethodName; readonly leadMonths: number; readonly reviewMonths: number; readonly service: number }

const isSeries = (value: unknown): value is number[] => Array.isArray(value) && value.length <= 1_200 && value.every((item) => typeof item === 'number' && Number.isFinite(item) && item >= 0)

function numberIn(question: Record<string, unknown>, name: keyof typeof presets, [least, most]: readonly [number, number]): number {
  const value = question[name] ?? presets[name]
  if (typeof value !== 'number' || !(value >= least && value <= most)) throw new WrongLine(`"${name}" is a number between ${String(least)} and ${String(most)}`)
  return value
}

function questionIn(line: string): Question {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    throw new WrongLine('not JSON')
  }
  const question = (typeof read === 'object' && read !== null && !Array.isArray(read) ? read : { series: read }) as Record<string, unknown>
  const { id = null, series, method } = question
  if (!isSeries(series)) throw new WrongLine('"series" is a list of the months\' demand, oldest first, none below zero')
  const named = method === undefined ? methodFor(series) : methodNames.find((name) => name === method)
  if (named === undefined) throw new WrongLine(`"method" is one of ${methodNames.join(', ')}`)
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null, series, method: named,
    leadMonths: numberIn(question, 'leadMonths', [0, 24]), reviewMonths: numberIn(question, 'reviewMonths', [0, 24]), service: numberIn(question, 'service', [0.01, 0.999_9]),
  }
}

/** One question a line, one answer a line: `{"id":"A","series":[0,3,0,0,5]}` → id, method, mean and variance of a month, the level to order up to. */
export function answerTo(line: string): string {
  try {
    const { id, series, method, ...rules } = questionIn(line)
    const demand = methods[method](series)
    const round = (value: number): number => Math.round(value * 1e6) / 1e6
    return JSON.stringify({ id, method, mean: round(demand.mean), variance: round(demand.variance), orderUpTo: orderUpTo(demand, rules) })
  } catch (cause) {
    if (cause instanceof WrongLine) return JSON.stringify({ error: cause.message })
    throw cause
  }
}
