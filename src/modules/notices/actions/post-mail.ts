import { createTransport } from 'nodemailer'

export type Letter = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }
export type Mail = { send(letter: Letter): Promise<void>; close(): void }

/** Milliseconds; of ten letters over five lines the last is given up after half a minute (leaseSeconds). */
const patience = 5_000

/** A mail server by SMTP. The Message-ID is the message's own: a server that sees it twice, after an answer that was lost, can tell. */
export function mailBy({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const transport = createTransport({ url, pool: true, maxConnections: 5, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, disableFileAccess: true, disableUrlAccess: true })
  const host = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    send: async ({ id, to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    close: () => { transport.close() },
  }
}

/** An answer in the 500s will be the same next time (no such mailbox); anything else may pass. */
export const isForGood = (cause: unknown): boolean => {
  const { responseCode } = cause as { responseCode?: unknown }
  return typeof responseCode === 'number' && responseCode >= 500
}
