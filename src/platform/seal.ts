import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts short secrets that the database keeps (AES-256-GCM). `belongsTo` binds a secret to its record: moved to another one, it does not open. */
export type Seal = { close(secret: string, belongsTo: string): string; open(sealed: string, belongsTo: string): string }

const mark = 'sealed:'

export function sealWith(key: Buffer): Seal {
  return {
    close(secret, belongsTo) {
      const start = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(belongsTo))
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return mark + Buffer.concat([start, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    open(sealed, belongsTo) {
      if (!sealed.startsWith(mark)) return sealed // written before secrets were sealed
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url')
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(belongsTo)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
    },
  }
}
