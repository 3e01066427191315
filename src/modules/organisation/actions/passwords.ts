import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes (OWASP's minimum profile; reliability P13). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let busy = 0
const queue: (() => void)[] = []

/** At most two at once: hashing takes a core for 20 ms, and a flood of log-ins must not stop the others. */
async function taken<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= 2) await new Promise<void>((resolve) => { queue.push(resolve) })
  busy += 1
  try {
    return await work()
  } finally {
    busy -= 1
    queue.shift()?.()
  }
}

let stranger: Promise<string> | null = null

/** Costs the same time whether the login exists or not. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  stranger ??= hashPassword('nobody has this password')
  const compared = passwordHash ?? await stranger
  const fits = await taken(() => verify(compared, password))
  return fits && passwordHash !== null
}
