import { matchesIn, type Rule } from '../tree.ts'

// Put together from halves, so that this file does not find itself.
const traces: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<![\\w.])/(wo${''}rk|ho${''}me|Us${''}ers|ro${''}ot)/[\\w.-]+`, 'g'), 'a path of somebody\'s machine'],
  [new RegExp(`\\bregis${''}try\\.[a-z0-9-]+\\.[a-z]{2,}|//regis${''}try\\b`, 'g'), 'the host of a package registry'],
  [new RegExp(`\\.\\./sha${''}red/`, 'g'), 'a folder outside the project'],
]

/** The project runs anywhere: it names no machine's folders and no registry. The lock file names what npm needs. */
export const machineTraces: Rule = (tree) => tree.files.filter(({ path }) => path !== 'package-lock.json').flatMap((file) =>
  traces.flatMap(([pattern, what]) => matchesIn(file, pattern).map(({ match, line }) =>
    ({ path: file.path, line, rule: 'machine-traces', sentence: `${match[0]} is ${what}.` }))))
