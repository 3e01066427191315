import { furnish, type Masters } from './furnished.ts'
import { signedIn, testServer, type Caller, type TestServer } from './test-server.ts'

export type FurnishedServer = { readonly server: TestServer; readonly masters: Masters; readonly as: (login: string) => Caller }

/** A server with masters and stock, and these people signed in. */
export async function furnishedServer(logins: readonly string[]): Promise<FurnishedServer> {
  const server = await testServer()
  const masters = await furnish(server)
  return { server, masters, as: await signedIn(server, logins) }
}
