import { randomBytes } from 'node:crypto'
import { sealWith, type Seal } from '../../../platform/seal.ts'
import { mailBy, type Mail } from './post-mail.ts'

export type MailSettings = { readonly url: string; readonly from: string }

/** The ways out of the house, as the machine is set up. */
export type Channels = {
  /** Null: no mail server is set, and nobody gets mail. */
  readonly mail: Mail | null
  /** Robots in the house's own network and on this machine too (ROBOTS=local). */
  readonly localRobots: boolean
  /** How long a robot may take to answer, in milliseconds. */
  readonly patience: number
  /** For the link under a message; null where nobody outside knows the address. */
  readonly publicUrl: string | null
  /** Of robots' addresses and secrets. */
  readonly seal: Seal
}

const presetPatience = 8_000

/** Until the start brings the settings: nothing leaves, and what is sealed opens in this process alone. */
let open: Channels = { mail: null, localRobots: false, patience: presetPatience, publicUrl: null, seal: sealWith(randomBytes(32)) }

export const channels = (): Channels => open

/** At the start. Answers how to close the line to the mail server. */
export function openChannels({ key, mail, patience = presetPatience, ...rest }: Pick<Channels, 'localRobots' | 'publicUrl'> & Partial<Pick<Channels, 'patience'>> & { readonly key: Buffer; readonly mail: MailSettings | null }): () => void {
  const opened = mail === null ? null : mailBy(mail)
  open = { ...rest, patience, mail: opened, seal: sealWith(key) }
  return () => opened?.close()
}
