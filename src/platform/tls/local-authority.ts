import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import path from 'node:path'
import forge from 'node-forge'

/** What an https server needs, as PEM texts. */
export type Certificate = { readonly cert: string; readonly key: string }

const day = 86_400_000

/** Names and addresses people may type to reach this machine in the store's network. */
export function namesOfThisMachine(more: readonly string[] = []): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
  return [...new Set(['localhost', '127.0.0.1', hostname(), ...addresses, ...more])].toSorted()
}

const newKey = (): string => generateKeyPairSync('rsa', { modulusLength: 2_048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey

type Wish = { readonly subject: string; readonly issuer: string; readonly days: number; readonly now: Date; readonly extensions: object[] }

/** Hex of sixteen bytes, the first of them 40 to 4f: neither negative nor padded, whatever chance gave (a padded number makes the certificate unreadable). */
export const serialOf = (random: Buffer): string => `4${random.toString('hex').slice(1)}`

function certify(ownKey: string, signingKey: string, wish: Wish): string {
  const certificate = forge.pki.createCertificate()
  const own = forge.pki.privateKeyFromPem(ownKey)
  certificate.publicKey = forge.pki.setRsaPublicKey(own.n, own.e)
  certificate.serialNumber = serialOf(randomBytes(16))
  certificate.validity.notBefore = new Date(wish.now.getTime() - day)
  certificate.validity.notAfter = new Date(wish.now.getTime() + wish.days * day)
  certificate.setSubject([{ name: 'commonName', value: wish.subject }])
  certificate.setIssuer([{ name: 'commonName', value: wish.issuer }])
  certificate.setExtensions(wish.extensions)
  certificate.sign(forge.pki.privateKeyFromPem(signingKey), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

function keep(file: string, content: string): string {
  writeFileSync(file, content, { mode: 0o600 })
  return content
}

/** The authority is made once and kept: every device of the store trusts this one for ten years. */
function authority(folder: string, now: Date): Certificate & { readonly name: string } {
  const [keyFile, certFile] = [path.join(folder, 'authority.key'), path.join(folder, 'authority.crt')]
  if (!existsSync(certFile) || !existsSync(keyFile)) {
    const name = `Gangwei ${hostname()} ${now.toISOString().slice(0, 10)}`
    const key = keep(keyFile, newKey())
    keep(certFile, certify(key, key, {
      subject: name, issuer: name, days: 3_650, now,
      extensions: [{ name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true }, { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }, { name: 'subjectKeyIdentifier' }],
    }))
  }
  const cert = readFileSync(certFile, 'utf8')
  return { cert, key: readFileSync(keyFile, 'utf8'), name: new X509Certificate(cert).subject.replace(/^CN=/, '') }
}

function stillGood(file: string, authorityCert: string, names: readonly string[], now: Date): boolean {
  if (!existsSync(file)) return false
  const certificate = new X509Certificate(readFileSync(file))
  const fits = names.every((name) => (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined)
  return fits && certificate.validToDate.getTime() - now.getTime() > 30 * day && certificate.verify(new X509Certificate(authorityCert).publicKey)
}

/**
 * The store's own certificate from the store's own authority, for all `names`. Made anew when a name is missing or less than 30 days
 * are left (it lasts 397 days, the most that phones accept); devices that trust the authority notice nothing.
 */
export function localCertificate(folder: string, names: readonly string[], now: Date): Certificate & { readonly authority: string } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const root = authority(folder, now)
  const [keyFile, certFile] = [path.join(folder, 'server.key'), path.join(folder, 'server.crt')]
  if (!stillGood(certFile, root.cert, names, now)) {
    const key = keep(keyFile, newKey())
    keep(certFile, certify(key, root.key, {
      subject: 'Gangwei', issuer: root.name, days: 397, now,
      extensions: [
        { name: 'basicConstraints', cA: false }, { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true }, { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })) },
      ],
    }))
  }
  return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8'), authority: root.cert }
}
