/**
 * Text to whole numbers and back without floats: 0.1 + 0.2 must be 0.3 on a bill. A value is an integer count of its smallest
 * unit (fen, thousandths); `decimals` says where the point stands.
 */

/** What people type and paste: full-width digits, separators of both scripts, the currency sign, the unit. */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/[－−﹣]/g, '-')
    .replace(/[,，、\s¥￥元]/g, '')
}

/** Null when the text is not a number of at most that many decimals, or too large to be exact. An empty text is null too. */
export function parseExact(text: string, decimals: number): number | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plainDigits(text))
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole + fraction === '' || fraction.length > decimals) return null
  const value = Number(BigInt(whole + fraction.padEnd(decimals, '0')))
  if (!Number.isSafeInteger(value)) return null
  return sign === '-' && value !== 0 ? -value : value
}

/** Whether typing may go on from here: "", "-", "12." and ".5" are on the way to a number. */
export function isOnTheWay(text: string, decimals: number, negative: boolean): boolean {
  const plain = plainDigits(text)
  if (plain.startsWith('-') && !negative) return false
  if (decimals === 0 && plain.includes('.')) return false
  return /^-?\.?$/.test(plain) || parseExact(plain, decimals) !== null
}

/** All decimals, no separators: the text a field shows while it is edited. */
export function exactText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return (value < 0 ? '-' : '') + whole + (decimals > 0 ? `.${fraction}` : '')
}

/** "1,390.20" */
export function formatAmount(fen: number): string {
  return withSeparators(exactText(fen, 2))
}

/** "¥1,390.20"; a credit reads "-¥1,390.20". */
export function formatFen(fen: number): string {
  return fen < 0 ? `-¥${formatAmount(-fen)}` : `¥${formatAmount(fen)}`
}

/** "4.5" for 4500 thousandths, "1,200" for 1200000: a count of filters needs no decimals, litres of oil do. */
export function formatThousandths(thousandths: number): string {
  return withSeparators(exactText(thousandths, 3).replace(/\.?0+$/, ''))
}

/** "20,356" */
export function formatWhole(value: number): string {
  return withSeparators(exactText(value, 0))
}

export const parseFen = (text: string): number | null => parseExact(text, 2)

export const parseThousandths = (text: string): number | null => parseExact(text, 3)

export const parseWhole = (text: string): number | null => parseExact(text, 0)

function withSeparators(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
