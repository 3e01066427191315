// Loaded into the product's process by the bench alone: writes down every statement with its values, in the order of each connection.
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { STATEMENT_TAP: file } = process.env
const require = createRequire(import.meta.url)
const { prepareValue } = require('pg/lib/utils.js')
const { Client } = require('pg')

const literal = (value) => {
  const sent = prepareValue(value)
  if (sent === null || sent === undefined) return 'NULL'
  return Buffer.isBuffer(sent) ? `'\\x${sent.toString('hex')}'` : `'${String(sent).replaceAll("'", "''")}'`
}
const { query } = Client.prototype
/** Connections spoken to in this turn: what is asked before the turn ends leaves in one packet. */
const speaking = new Set()
Client.prototype.query = function tapped(wish, values, ...rest) {
  const text = typeof wish === 'string' ? wish : wish.text
  if (typeof text === 'string') {
    const opensTrip = !speaking.has(this)
    speaking.add(this)
    process.nextTick(() => speaking.delete(this))
    appendFileSync(file, `${JSON.stringify({ connection: this.processID, opensTrip, text, values: (values ?? wish.values ?? []).map(literal) })}\n`)
  }
  return query.call(this, wish, values, ...rest)
}
