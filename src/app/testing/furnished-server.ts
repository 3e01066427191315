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
