import { Refusal } from '../../../kernel/refusal.ts'
import type { MessageStatus } from './attempts.ts'
import type { RobotKind } from './robot.ts'

const mailShape = /^[^\s@<>"',;:]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Null means that mail may go there: one address, and a server that takes it. */
export function whyNotMail({ mail, mailOn, mailServer }: { readonly mail: string; readonly mailOn: boolean; readonly mailServer: boolean }): Refusal | null {
  if (mail !== '' && !mailShape.test(mail)) return new Refusal('notices.not-a-mail-address')
  if (!mailOn) return null
  if (mail === '') return new Refusal('notices.mail-missing')
  return mailServer ? null : new Refusal('notices.no-mail-server')
}

/** A robot of WeCom does not sign: whoever enters a secret there has chosen the wrong kind. */
export const whyNotSecret = ({ kind, secret }: { readonly kind: RobotKind; readonly secret: string }): Refusal | null =>
  (kind === 'wecom' && secret !== '' ? new Refusal('notices.wecom-signs-not') : null)

/** Null means that it may be sent once more, or waits for that already. */
export const whyNotSendAgain = ({ status }: { readonly status: MessageStatus }): Refusal | null => (status === 'dead' || status === 'waiting' ? null : new Refusal('notices.left-already'))
