import type { Fen } from '../../kernel/money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['仟', '佰', '拾', ''] as const

/**
 * An amount in capital characters, which cannot be altered with a pen: 123456 → 壹仟贰佰叁拾肆元伍角陆分.
 * After the Ministry of Finance's rule for vouchers (会计基础工作规范 and its examples): a gap of zeros is one 零, also between
 * yuan and jiao; 整 closes an amount without fen, so that nothing can be appended.
 */
export function capitalAmount(amount: Fen): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount is whole fen')
  const size = BigInt(Math.abs(amount))
  const yuan = size / 100n
  const cents = centsInWords(yuan, Number(size % 100n))
  const words = yuan === 0n ? (cents === '整' ? '零元整' : cents) : `${yuanInWords(yuan)}元${cents}`
  return `${amount < 0 ? '负' : ''}${words}`
}

function centsInWords(yuan: bigint, cents: number): string {
  const jiao = Math.floor(cents / 10)
  const fen = cents % 10
  if (jiao === 0 && fen === 0) return '整'
  const gap = yuan > 0n && (jiao === 0 || yuan % 10n === 0n) ? '零' : ''
  return `${gap}${jiao === 0 ? '' : `${digit(jiao)}角`}${fen === 0 ? '整' : `${digit(fen)}分`}`
}

/** Divides at the greatest unit: what stands above 亿 is again a number with its own 万 (拾万亿). */
function yuanInWords(yuan: bigint): string {
  if (yuan >= 100_000_000n) return joined(yuan, 100_000_000n, '亿')
  if (yuan >= 10_000n) return joined(yuan, 10_000n, '万')
  return fourDigits(Number(yuan))
}

function joined(yuan: bigint, unit: bigint, name: string): string {
  const rest = yuan % unit
  const gap = rest > 0n && rest < unit / 10n ? '零' : ''
  return `${yuanInWords(yuan / unit)}${name}${gap}${rest === 0n ? '' : yuanInWords(rest)}`
}

function fourDigits(value: number): string {
  const written = String(value).padStart(4, '0')
  return places.map((place, index) => (written[index] === '0' ? '零' : `${digit(Number(written[index]))}${place}`)).join('')
    .replace(/^零+|零+$/g, '').replace(/零{2,}/g, '零')
}

const digit = (value: number): string => digits[value] ?? ''
