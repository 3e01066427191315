import type { MonthlyDemand } from './forecast.ts'

/** Demand of several months: means and variances add up. */
export const over = ({ mean, variance }: MonthlyDemand, months: number): MonthlyDemand => ({ mean: mean * months, variance: variance * months })

/**
 * Probabilities of 0, 1, 2 … pieces: Poisson where the variance is not above the mean, else negative binomial of the same mean and
 * variance. The list ends where all but a ten-millionth is covered.
 */
export function piecesOf({ mean, variance }: MonthlyDemand): number[] {
  if (mean <= 0) return [1]
  const isPoisson = variance <= mean * 1.000_1
  const [size, chance] = isPoisson ? [0, 0] : [mean ** 2 / (variance - mean), mean / variance]
  let probability = isPoisson ? Math.exp(-mean) : chance ** size
  if (probability < 1e-300) return normalPieces(mean, variance) // too far from zero to be built up from there
  const pieces = [probability]
  for (let covered = probability, count = 1; covered < 1 - 1e-7 && count < 1_000_000; count += 1) {
    probability *= isPoisson ? mean / count : ((count - 1 + size) / count) * (1 - chance)
    covered += probability
    pieces.push(probability)
  }
  return pieces
}

/** Large demand: the normal distribution, cut into pieces. */
function normalPieces(mean: number, variance: number): number[] {
  const deviation = Math.sqrt(variance)
  const most = Math.ceil(mean + 7 * deviation)
  const weights = Array.from({ length: most + 1 }, (_, count) => Math.exp(-(((count - mean) / deviation) ** 2) / 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** The least whole number of pieces that covers the demand with at least this probability. */
export function quantile(demand: MonthlyDemand, probability: number): number {
  let covered = 0
  const pieces = piecesOf(demand)
  for (const [count, each] of pieces.entries()) {
    covered += each
    if (covered >= probability) return count
  }
  return pieces.length - 1
}

export type OrderRules = { /** Months from order to shelf. */ readonly leadMonths: number; /** Months between two orders. */ readonly reviewMonths: number; /** Wished probability that nobody waits, between 0 and 1. */ readonly service: number }

/** Stock on hand and on order is brought up to this: it covers lead time and review period. */
export const orderUpTo = (demand: MonthlyDemand, { leadMonths, reviewMonths, service }: OrderRules): number => quantile(over(demand, leadMonths + reviewMonths), service)
