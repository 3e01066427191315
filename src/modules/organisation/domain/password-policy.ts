import { Refusal } from '../../../kernel/refusal.ts'

export type PasswordPolicy = {
  readonly passwordLength: number
  /** Of small letters, capitals, digits and marks. */
  readonly passwordKinds: number
  /** 0: valid until changed. */
  readonly passwordDays: number
  /** So many earlier passwords are refused; the present one always. */
  readonly passwordHistory: number
}

export type AccessPolicy = PasswordPolicy & {
  readonly secondFactorPositions: readonly string[]
  readonly tabletIdleMinutes: number
}

export const policyProfiles = {
  standard: { passwordLength: 10, passwordKinds: 2, passwordDays: 0, passwordHistory: 3, secondFactorPositions: [], tabletIdleMinutes: 10 },
  /** 网络安全等级保护: complexity, change every quarter, two factors for those who administrate. */
  protection: { passwordLength: 10, passwordKinds: 3, passwordDays: 90, passwordHistory: 5, secondFactorPositions: ['SYS', 'SEC', 'AUD'], tabletIdleMinutes: 10 },
} as const satisfies Record<string, AccessPolicy>

/** Who works in several stores keeps the strictest of their rules. */
export function strictest(policies: readonly AccessPolicy[]): AccessPolicy {
  const most = (part: (policy: AccessPolicy) => number) => Math.max(...policies.map(part))
  const days = policies.map(({ passwordDays }) => passwordDays).filter((count) => count > 0)
  if (policies.length === 0) return policyProfiles.standard
  return {
    passwordLength: most((p) => p.passwordLength), passwordKinds: most((p) => p.passwordKinds), passwordHistory: most((p) => p.passwordHistory),
    passwordDays: days.length === 0 ? 0 : Math.min(...days),
    secondFactorPositions: [...new Set(policies.flatMap((p) => p.secondFactorPositions))],
    tabletIdleMinutes: Math.min(...policies.map((p) => p.tabletIdleMinutes)),
  }
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

export const kindsIn = (password: string): number => kinds.filter((kind) => kind.test(password)).length

/** Heads of the lists of stolen passwords, the Chinese ones too; compared without case, and without digits and marks at the end. */
const common = new Set([
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'testtest', 'welcome', 'letmein', 'qwerty', 'qwertyuiop', 'qwer', 'asdf', 'asdfgh',
  'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'abc', 'abcd', 'abcdef', 'abcdefg', 'aaa', 'aa', 'a', 'iloveyou', 'woaini', 'woaiwojia', 'nihao', 'wodemima', 'mima', 'monkey', 'dragon', 'master', 'sunshine',
  'princess', 'football', 'baseball', 'superman', 'batman', 'shadow', 'michael', 'login', 'changeme', 'secret', 'default', 'huawei', 'tencent', 'taobao', 'alibaba', 'weixin', 'wechat', 'china', 'zhongguo',
  'shanghai', 'beijing', 'qq', 'qaz', 'qazwsx', 'qazwsxedc', 'xsw', 'wsx', 'q', 'w', 'asd', 'zxc', 'qwe', 'qweasd', 'qweasdzxc', 'gangwei', 'service', 'aftersales', 'shouhou', 'yiqi', 'audi', 'volkswagen', 'dazhong', 'baoma', 'benchi',
])

const rows = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv', '1q2w3e4r5t6y', '5201314']

/** One of the first that anybody would try. */
export function isCommon(password: string, login: string): boolean {
  const small = password.toLowerCase()
  const stem = small.replace(/[^a-z]+$/, '').replace(/^[^a-z]+/, '')
  if (login.length >= 3 && small.includes(login.toLowerCase())) return true
  if (new Set(small).size <= 3) return true
  if (common.has(small) || (stem !== '' && stem.length >= small.length - 6 && common.has(stem))) return true
  return rows.some((row) => row.includes(small)) || /^\d{4,}$/.test(small)
}

/** Null means it may become the password. Earlier ones are compared by whoever holds their hashes. */
export function whyNotPassword(password: string, login: string, policy: PasswordPolicy): Refusal | null {
  if ([...password].length < policy.passwordLength) return new Refusal('organisation.password-too-short', { length: policy.passwordLength })
  if (kindsIn(password) < policy.passwordKinds) return new Refusal('organisation.password-too-simple', { kinds: policy.passwordKinds })
  if (isCommon(password, login)) return new Refusal('organisation.password-common')
  return null
}

export const isOutdated = (changedAt: Date, policy: PasswordPolicy, now: Date): boolean =>
  policy.passwordDays > 0 && now.getTime() - changedAt.getTime() >= policy.passwordDays * 86_400_000
