/** What a month may ask for: mean and variance of the demand of one month. */
export type MonthlyDemand = { readonly mean: number; readonly variance: number }

/** One interface for all: series of months in, oldest first, demand of a coming month out. */
export type Method = (series: readonly number[]) => MonthlyDemand

export const methodNames = ['moving-average', 'ses', 'croston', 'sba', 'tsb'] as const
export type MethodName = (typeof methodNames)[number]

const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** Mean squared error of the forecasts that would have been made month by month; what the method cannot explain is the spread of the next. */
function squaredError(series: readonly number[], forecasts: readonly number[], from: number): number {
  const errors = series.slice(from).map((actual, index) => (actual - (forecasts[from + index] ?? 0)) ** 2)
  return meanOf(errors)
}

/** The mean of the last months (twelve at most), with their sample variance. */
export const movingAverage = (window: number): Method => (series) => {
  const last = series.slice(-window)
  const mean = meanOf(last)
  const variance = last.length < 2 ? mean : last.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (last.length - 1)
  return { mean, variance }
}

/** Simple exponential smoothing, begun with the first month: level += alpha × (actual − level). */
export const smoothing = (alpha: number): Method => (series) => {
  let level = series[0] ?? 0
  const forecasts = [level]
  for (const actual of series) {
    level += alpha * (actual - level)
    forecasts.push(level)
  }
  return { mean: level, variance: series.length < 3 ? level : squaredError(series, forecasts, 1) }
}

/** Size and interval of the demands that were not zero, smoothed at each of them (Croston 1972). */
type Intermittent = { readonly size: number; readonly interval: number; readonly sizeVariance: number }

function intermittent(series: readonly number[], alpha: number): Intermittent | null {
  let [size, interval, gap] = [0, 0, 0]
  const sizes: number[] = []
  for (const actual of series) {
    gap += 1
    if (actual <= 0) continue
    ;[size, interval] = sizes.length === 0 ? [actual, gap] : [size + alpha * (actual - size), interval + alpha * (gap - interval)]
    sizes.push(actual)
    gap = 0
  }
  if (sizes.length === 0) return null
  const mean = meanOf(sizes)
  return { size, interval, sizeVariance: sizes.length < 2 ? size : sizes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sizes.length - 1) }
}

/** A month asks with probability p for a random size: variance p·(σ² + size²) − (p·size)². */
function compound(probability: number, { size, sizeVariance }: Pick<Intermittent, 'size' | 'sizeVariance'>, bias = 1): MonthlyDemand {
  const mean = probability * size * bias
  return { mean, variance: Math.max(mean, probability * (sizeVariance + size ** 2) - (probability * size) ** 2) }
}

/** Croston: mean size over mean interval. */
export const croston = (alpha: number): Method => (series) => {
  const known = intermittent(series, alpha)
  return known === null ? { mean: 0, variance: 0 } : compound(1 / Math.max(1, known.interval), known)
}

/** Syntetos and Boylan (2005): Croston's mean is too high by the factor 1 / (1 − alpha / 2). */
export const sba = (alpha: number): Method => (series) => {
  const known = intermittent(series, alpha)
  return known === null ? { mean: 0, variance: 0 } : compound(1 / Math.max(1, known.interval), known, 1 - alpha / 2)
}

/** Teunter, Syntetos and Babai (2011): the probability itself is smoothed every month, so that a part which dies out is forecast to die out. */
export const tsb = (alpha: number, beta: number): Method => (series) => {
  const known = intermittent(series, alpha)
  if (known === null) return { mean: 0, variance: 0 }
  const first = series.findIndex((actual) => actual > 0)
  let [probability, size] = [1 / (first + 1), series[first] ?? 0]
  for (const actual of series.slice(first + 1)) {
    probability += beta * ((actual > 0 ? 1 : 0) - probability)
    if (actual > 0) size += alpha * (actual - size)
  }
  return compound(probability, { size, sizeVariance: known.sizeVariance })
}

/** Presets of the field: twelve months, alpha 0.2 for smooth demand, 0.1 for intermittent. */
export const methods: Readonly<Record<MethodName, Method>> = { 'moving-average': movingAverage(12), ses: smoothing(0.2), croston: croston(0.1), sba: sba(0.1), tsb: tsb(0.1, 0.1) }

/** Mean gap between demands, and how much their sizes vary (squared): the two figures of the classification by Syntetos, Boylan and Croston (2005). */
export function shapeOf(series: readonly number[]): { readonly gap: number; readonly sizeVariation: number } {
  const sizes = series.filter((value) => value > 0)
  if (sizes.length === 0) return { gap: Infinity, sizeVariation: 0 }
  const mean = meanOf(sizes)
  return { gap: series.length / sizes.length, sizeVariation: meanOf(sizes.map((size) => (size - mean) ** 2)) / mean ** 2 }
}

/** Smooth and erratic demand is smoothed; what comes now and then is forecast by SBA, and what has not come for a year by TSB. */
export function methodFor(series: readonly number[]): MethodName {
  const { gap } = shapeOf(series)
  if (gap < 1.32) return 'ses'
  return series.slice(-12).some((value) => value > 0) ? 'sba' : 'tsb'
}
