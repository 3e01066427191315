import { isTest, matchesIn, type Rule, type TextFile } from '../tree.ts'

// Put together from halves, so that this file does not find itself.
const everywhere: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(TO${''}DO|FIX${''}ME|XX${''}X|HA${''}CK)\\b`, 'g'), 'Do it, or file it as an issue; the code keeps no notes of what is missing.'],
  [new RegExp(`(ox|es)lint-${''}(disable|enable)`, 'g'), 'A rule is kept or changed in .oxlintrc.json, not switched off where it hurts.'],
]
const inTests: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\.on${''}ly(If)?\\(`, 'g'), 'This runs one test alone; the others would be green unseen.'],
  [new RegExp(`\\.(sk${''}ip|to${''}do|fi${''}xme)(If)?\\(|\\b(x${''}it|x${''}describe)\\(`, 'g'), 'A test runs or does not exist.'],
]

const code = /\.(ts|tsx|mjs|cjs|css|sql)$/

/** Nothing unfinished and nothing switched off. (`any`, `!` and type-check suppressions are oxlint's.) */
export const unfinishedWords: Rule = (tree) => tree.files.flatMap((file) => [
  ...(code.test(file.path) ? found(file, everywhere) : []), ...(isTest(file.path) ? found(file, inTests) : []),
])

const found = (file: TextFile, words: typeof everywhere) => words.flatMap(([pattern, sentence]) =>
  matchesIn(file, pattern).map(({ match, line }) => ({ path: file.path, line, rule: 'unfinished-words', sentence: `${match[0]}: ${sentence}` })))
