import { shareOf, type Fen } from '../../../kernel/money.ts'
import { ways, type Way } from './till.ts'

/** Cash has no channel, so nobody keeps a part of it. */
export const channels = ways.filter((way): way is Exclude<Way, 'cash'> => way !== 'cash')
export type Channel = (typeof channels)[number]

export type FeeRate = { readonly way: Channel; /** Hundredths of a percent: 60 = 0.60 %. */ readonly hundredths: number; /** Whether a refund brings the fee back. */ readonly comesBack: boolean; readonly version: number }

/** What channels usually keep, until the store writes its contract's rates. */
const presets: Readonly<Record<Channel, Pick<FeeRate, 'hundredths' | 'comesBack'>>> = {
  wechat: { hundredths: 60, comesBack: true }, alipay: { hundredths: 60, comesBack: true }, card: { hundredths: 55, comesBack: false }, transfer: { hundredths: 0, comesBack: false },
}

export const ratesOf = (kept: readonly FeeRate[]): FeeRate[] => channels.map((way) => kept.find((rate) => rate.way === way) ?? { way, ...presets[way], version: 0 })

/** What the channel should keep of a payment, rounded once to the fen. */
export const feeOf = (way: Way, amountFen: Fen, rates: readonly FeeRate[]): Fen => shareOf(amountFen, rates.find((rate) => rate.way === way)?.hundredths ?? 0)

/** The fee by the preset rates. */
export const usualFee = (way: Way, amountFen: Fen): Fen => feeOf(way, amountFen, ratesOf([]))

export type FeeBack = { readonly way: Way; readonly paidFen: Fen; readonly feeFen: Fen; /** What went back before, both above zero. */ readonly backBefore: { readonly amountFen: Fen; readonly feeFen: Fen }; readonly amountFen: Fen }

/** What of the fee a refund brings back: its share of the payment's fee; the last refund brings what is left of it. */
export function feeBackOf({ way, paidFen, feeFen, backBefore, amountFen }: FeeBack, rates: readonly FeeRate[]): Fen {
  if (rates.find((rate) => rate.way === way)?.comesBack !== true) return 0
  const left = feeFen - backBefore.feeFen
  if (backBefore.amountFen + amountFen >= paidFen) return Math.min(left, amountFen)
  return Math.min(left, amountFen, Number((BigInt(feeFen) * BigInt(amountFen)) / BigInt(paidFen)))
}
