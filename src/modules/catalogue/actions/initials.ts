import { pinyin } from 'pinyin-pro'

/** A parts master repeats its names: the first few thousand are remembered. */
const known = new Map<string, string>()

/** First letters of the pinyin, for search by keyboard: '机油滤清器' → 'jylqq'. Latin letters and digits stay. */
export function initialsOf(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const initials = firstLetters(name)
  if (known.size < 5_000) known.set(name, initials)
  return initials
}

const firstLetters = (name: string): string =>
  pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 100)
