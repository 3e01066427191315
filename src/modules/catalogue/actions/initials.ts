import { pinyin } from 'pinyin-pro'

/** First letters of the pinyin, for search by keyboard: '机油滤清器' → 'jylqq'. Latin letters and digits stay. */
export const initialsOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 100)
