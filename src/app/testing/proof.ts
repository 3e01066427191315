import { appendFileSync } from 'node:fs'

const proving = process.env['PROVE'] === 'full'

/** How much of a thing is tried: the small size in `npm test`, the full one in `npm run prove`. */
export const size = ({ test, prove }: { readonly test: number; readonly prove: number }): number => (proving ? prove : test)

/** A figure for the report of `npm run prove`; elsewhere nobody listens. */
export function tell(fact: string): void {
  const file = process.env['PROOF_FACTS']
  if (file !== undefined) appendFileSync(file, `${fact}\n`)
}
