import type { Position } from '../../kernel/permissions.ts'
import { furnish, type Masters } from './furnished.ts'
import { signedIn, testServer, type Caller, type TestServer } from './test-server.ts'

export type FurnishedServer = { readonly server: TestServer; readonly masters: Masters; readonly as: (login: string) => Caller }

/** A server with masters and stock, and these people signed in. */
export async function furnishedServer(logins: readonly string[], also: readonly Position[] = []): Promise<FurnishedServer> {
  const server = await testServer(also)
  const masters = await furnish(server)
  return { server, masters, as: await signedIn(server, logins) }
}

/** Another day: everybody signs in anew, and a moment passes with every look at the clock. */
export async function anotherDay(server: TestServer, moment: string, logins: readonly string[]): Promise<(login: string) => Caller> {
  let looks = 0
  server.clock = { now: () => new Date(Date.parse(moment) + 10 * (looks += 1)) }
  return signedIn(server, logins)
}
