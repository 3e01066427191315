import type { Facts } from './refusal.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** A module's texts: labels and sentences by key. The English set has the type of the Chinese one, so a missing key does not compile. */
export type Texts = Readonly<Record<string, string>>

/** Names one after the other, as the language sets them. */
export const listIn = (language: Language, names: readonly string[]): string => names.join(language === 'en' ? ', ' : '、')

/** "Only {free} left" with { free: 2 } → "Only 2 left"; "{count} {count?line|lines}" with { count: 1 } → "1 line". An unknown name stays visible instead of vanishing. A list takes the marks of the sentence's language. */
export const fill = (sentence: string, facts: Facts = {}, language: Language = 'zh-CN'): string =>
  sentence.replace(/\{(\w{1,40})(?:\?([^{}|]{1,40})\|([^{}|]{1,40}))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const fact = facts[name]
    if (fact === undefined) return whole
    if (typeof fact === 'object') return listIn(language, fact)
    return one === undefined || many === undefined ? String(fact) : String(fact) === '1' ? one : many
  })
