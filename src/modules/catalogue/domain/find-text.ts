const chinese = /[\u3400-\u9fff]/g
const endsInChinese = /[\u3400-\u9fff]$/

/** Trigrams cannot see two Chinese characters inside a word, so each stands as a word of its own: '机油 Filter' → '机 油 filter'. */
const spaced = (text: string): string => text.normalize('NFKC').toLowerCase().replace(chinese, ' $& ').replace(/\s+/g, ' ').trim()

/** What a row can be found by, with a space at both ends. Number and initials are found from their beginning, names anywhere in Chinese, by word in English. */
export const findText = (words: readonly string[]): string => ` ${spaced(words.join(' '))} `

/** One LIKE pattern for each typed word, at most five; all must match. Nothing typed gives none. */
export const findPatterns = (typed: string): string[] =>
  typed.split(/\s+/).map(spaced).filter((word) => word !== '').slice(0, 5)
    .map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}${endsInChinese.test(word) ? ' ' : ''}%`)
