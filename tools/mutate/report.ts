import { availableParallelism, cpus, loadavg } from 'node:os'
import { leastScore } from './modules.ts'

export type Survivor = { readonly file: string; readonly line: number; readonly kind: string; readonly was: string; readonly becomes: string }

/** A change of the text that changes nothing anybody could see, and why. */
export type Equivalent = { readonly file: string; readonly was: string; readonly becomes: string; readonly why: string }

export type Score = {
  readonly module: string
  /** When it was measured. */
  readonly day: string
  readonly mutants: number
  readonly killed: number
  /** Of the killed: those that never came to an end. */
  readonly endless: number
  readonly equivalent: number
  readonly survivors: readonly Survivor[]
  readonly seconds: number
}

/** In percent, rounded down: 79.99 is not 80. */
export const percentOf = ({ mutants, killed, equivalent }: Pick<Score, 'mutants' | 'killed' | 'equivalent'>): number =>
  (mutants === equivalent ? 100 : Math.floor((1_000 * killed) / (mutants - equivalent)) / 10)

export const isEnough = (score: Score): boolean => percentOf(score) >= leastScore

export const lineOf = (score: Score): string =>
  `${score.module}: ${percentOf(score).toFixed(1)} % (${String(score.killed)} of ${String(score.mutants - score.equivalent)} changes noticed, ${String(score.endless)} of them without an end, `
  + `${String(score.survivors.length)} not, ${String(score.equivalent)} change nothing) in ${score.seconds.toFixed(0)} s`

const code = (text: string): string => `\`\` ${text.replaceAll('|', '\\|')} \`\``

export const markdownOf = (scores: readonly Score[], equivalents: readonly Equivalent[]): string => `# Proof: the tests notice when a rule is changed

Written by \`npm run mutate\`. ${String(availableParallelism())} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, load at the end ${loadavg().map((load) => load.toFixed(1)).join(' ')}.

Every rule is changed in one small place at a time: borders (\`<\` to \`<=\`), equality, and/or, signs, factors, conditions turned round, answers replaced by a constant, compared words emptied, numbers one more and one less, calls left out,
the smaller for the larger, some for every. The pure tests beside it and the kernel's, without a database, must notice. All changes are tried, none is drawn by lot; chance in the tests is the same each time. Score: noticed ÷ (all − those that
change nothing). The goal is ${String(leastScore)} % in each module.

| module | changes | noticed | without an end | not noticed | change nothing | score | seconds | measured |
| --- | --: | --: | --: | --: | --: | --: | --: | --- |
${scores.map((score) => `| ${score.module} | ${String(score.mutants)} | ${String(score.killed)} | ${String(score.endless)} | ${String(score.survivors.length)} | ${String(score.equivalent)} | ${isEnough(score) ? '' : '**missed** '}${percentOf(score).toFixed(1)} % | ${score.seconds.toFixed(0)} | ${score.day} |`).join('\n')}

Tables of data (the duties themselves, \`pack-<position>.ts\`) hold nothing of these kinds. Rules tested through the database alone do not count here.

## Not noticed

${scores.map(({ module, survivors }) => `### ${module}\n\n${survivors.length === 0 ? 'None.' : `| where | kind | was | becomes |\n| --- | --- | --- | --- |\n${survivors.map(({ file, line, kind, was, becomes }) => `| ${file.split('/').at(-1) ?? file}:${String(line)} | ${kind} | ${code(was)} | ${code(becomes)} |`).join('\n')}`}`).join('\n\n')}

## Change nothing

${equivalents.length === 0 ? 'None.' : `| file | becomes | why |\n| --- | --- | --- |\n${equivalents.map(({ file, becomes, why }) => `| ${file.split('/').at(-1) ?? file} | ${code(becomes)} | ${why} |`).join('\n')}`}
`
