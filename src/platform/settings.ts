import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** Everything a store can set from outside; documented in docs/settings.md. */
const settingsShape = z.strictObject({
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  HOST: z.string().min(1).max(255).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).max(1_000).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  BACKUP_DIR: z.string().min(1).max(1_000).optional(),
  BACKUP_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1_000).default(14),
  TLS: z.enum(['off', 'local', 'own']).default('off'),
  TLS_PORT: z.coerce.number().int().min(1).max(65_535).default(8443),
  TLS_NAMES: z.string().max(1_000).optional(),
  TLS_CERTIFICATE: z.string().min(1).max(1_000).optional(),
  TLS_KEY: z.string().min(1).max(1_000).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.string().regex(/^[^<>\r\n]{0,80}<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address, or a name with an address in <…>').max(200).optional(),
  ROBOTS: z.enum(['public', 'local']).default('public'),
  POOLER: z.enum(['none', 'transaction']).default('none'),
})

export type Settings = Omit<z.output<typeof settingsShape>, 'BACKUP_DIR'> & { readonly BACKUP_DIR: string }

export const settingsFile = 'gangwei.settings.json'

/** A setting that is wrong stops the start with a sentence that names it. */
export class WrongSetting extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'WrongSetting'
  }
}

function fromFile(folder: string): Record<string, unknown> {
  const file = path.join(folder, settingsFile)
  if (!existsSync(file)) return {}
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content }
  } catch (cause) {
    throw new WrongSetting(`${file} is not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}`)
  }
  throw new WrongSetting(`${file} must hold one JSON object of settings`)
}

function absolute(settings: z.output<typeof settingsShape>, folder: string): Settings {
  if (settings.TLS === 'own' && (settings.TLS_CERTIFICATE === undefined || settings.TLS_KEY === undefined)) {
    throw new WrongSetting('Setting TLS: "own" needs TLS_CERTIFICATE and TLS_KEY, two PEM files. See docs/settings.md.')
  }
  if ((settings.SMTP_URL === undefined) !== (settings.MAIL_FROM === undefined)) {
    throw new WrongSetting('Settings SMTP_URL and MAIL_FROM: mail needs both, the server and the address it comes from. See docs/settings.md.')
  }
  if (settings.REPLICA_URL !== undefined && settings.DATABASE_URL === undefined) {
    throw new WrongSetting('Setting REPLICA_URL: a replica needs its primary in DATABASE_URL. See docs/settings.md.')
  }
  const DATA_DIR = path.resolve(folder, settings.DATA_DIR)
  return { ...settings, DATA_DIR, BACKUP_DIR: path.resolve(folder, settings.BACKUP_DIR ?? path.join(DATA_DIR, 'backups')) }
}

/** The environment goes before the settings file; an empty value counts as not set. */
export function readSettings(environment: Record<string, string | undefined>, folder: string): Settings {
  const named = Object.keys(settingsShape.shape)
  const fromEnvironment = Object.fromEntries(
    named.flatMap((name) => (environment[name] === undefined || environment[name] === '' ? [] : [[name, environment[name]]])))
  const parsed = settingsShape.safeParse({ ...fromFile(folder), ...fromEnvironment })
  if (parsed.success) return absolute(parsed.data, folder)
  const issue = parsed.error.issues[0]
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue?.path[0] ?? 'settings')
  throw new WrongSetting(`Setting ${name}: ${issue?.message ?? 'invalid'}. See docs/settings.md.`)
}
