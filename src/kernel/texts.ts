import type { Facts } from './refusal.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** A module's texts: labels and sentences by key. The English set has the type of the Chinese one, so a missing key does not compile. */
export type Texts = Readonly<Record<string, string>>

/** "Only {free} left" with { free: 2 } → "Only 2 left"; "{count} {count?line|lines}" with { count: 1 } → "1 line". An unknown name stays visible instead of vanishing. */
export const fill = (sentence: string, facts: Facts = {}): string =>
  sentence.replace(/\{(\w{1,40})(?:\?([^{}|]{1,40})\|([^{}|]{1,40}))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const fact = facts[name]
    if (fact === undefined) return whole
    return one === undefined || many === undefined ? String(fact) : String(fact) === '1' ? one : many
  })
