import { makeAhead } from '../../modules/duties/public.ts'
import { connect } from '../../platform/database.ts'
import { appRole } from '../../platform/migrate.ts'
import '../modules.ts'

/** What it is started with. */
export type Ordered = readonly [host: string, database: string, now: string, days: string]

// A process of its own that makes the duties ahead, for the test that kills it.
const [host = '', name = '', now = '', days = ''] = process.argv.slice(2)
const database = connect({ connection: { host, port: 5432, user: appRole, database: name } })
process.stdout.write('begins\n')
await makeAhead(database, new Date(now), Number(days))
process.stdout.write('made\n')
await database.close()
