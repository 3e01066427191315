import { netOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

/** Accounts of the enterprise accounting standards (企业会计准则应用指南), as a store's bookkeeper knows them. */
export const accounts = ['1001', '1002', '1012', '1122', '1221', '1405', '2202', '2203', '2221', '6001', '6401', '6601', '6602', '6603', '6702'] as const
export type Account = (typeof accounts)[number]
/** Which of them an account of the store's own belongs to: its first four digits; null for one that is not among them. */
export const headOf = (account: string): Account | null => accounts.find((known) => account.startsWith(known)) ?? null

const accountOfWay: Readonly<Record<string, Account>> = { cash: '1001', transfer: '1002', card: '1002', wechat: '1012', alipay: '1012' }

export type Booked =
  | { readonly kind: 'bill'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly payer: string; readonly netFen: Fen; readonly taxFen: Fen }
  | { readonly kind: 'receipt'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly way: string; readonly deposit: boolean; readonly saleVatPercent: number | null; readonly amountFen: Fen; /** What the channel keeps: it never arrives on the account. */ readonly feeFen: Fen }
  | { readonly kind: 'cost'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly costFen: Fen }
  /** Over the counter: what was sold is cost of sales, what the workshop used up or borrowed is an expense. */
  | { readonly kind: 'counter'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly sold: boolean; readonly costFen: Fen }
  /** Cost, what people owe the house, and the till: nothing together. */
  | { readonly kind: 'expense'; readonly day: LocalDay; readonly document: string; readonly about: string; /** Of its kind; null: settled before kinds had accounts. */ readonly account: string | null; readonly costFen: Fen; readonly advanceFen: Fen; readonly cashFen: Fen }
  /** Cash on delivery that nobody handed in: the goods were sold, and the money is lost. */
  | { readonly kind: 'write-off'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly vatPercent: number; readonly amountFen: Fen }
  | { readonly kind: 'deposit-use'; readonly day: LocalDay; readonly document: string; readonly about: string; readonly saleVatPercent: number | null; readonly amountFen: Fen }

export type Posting = { readonly day: LocalDay; readonly document: string; readonly about: string; /** One of these, or of the store's own below it. */ readonly account: string; readonly debitFen: Fen; readonly creditFen: Fen }

/** What was booked as debit and credit. A counter-entry is a negative posting on the same side, as red ink is. Debit always equals credit. */
export function postingsOf(booked: Booked): Posting[] {
  const { day, document, about } = booked
  const debit = (account: string, fen: Fen): Posting => ({ day, document, about, account, debitFen: fen, creditFen: 0 })
  const credit = (account: string, fen: Fen): Posting => ({ day, document, about, account, debitFen: 0, creditFen: fen })
  switch (booked.kind) {
    case 'bill': return [debit('1122', booked.netFen + booked.taxFen), credit('6001', booked.netFen), ...(booked.taxFen === 0 ? [] : [credit('2221', booked.taxFen)])]
    case 'receipt': return [debit(accountOfWay[booked.way] ?? '1002', booked.amountFen - booked.feeFen), ...(booked.feeFen === 0 ? [] : [debit('6603', booked.feeFen)]), ...(booked.saleVatPercent === null ? [credit(booked.deposit ? '2203' : '1122', booked.amountFen)] : soldFor(booked.amountFen, booked.saleVatPercent, credit))]
    case 'cost': return [debit('6401', booked.costFen), credit('1405', booked.costFen)]
    case 'counter': return [debit(booked.sold ? '6401' : '6601', booked.costFen), credit('1405', booked.costFen)]
    case 'expense': return spent(booked, debit, credit)
    case 'write-off': return [debit('6702', booked.amountFen), ...soldFor(booked.amountFen, booked.vatPercent, credit)]
    case 'deposit-use': return [debit('2203', booked.amountFen), ...(booked.saleVatPercent === null ? [credit('1122', booked.amountFen)] : soldFor(booked.amountFen, booked.saleVatPercent, credit))]
  }
}

type Side = (account: string, fen: Fen) => Posting

/** An advance is owed by who drew it (其他应收款) until his claim is settled or he brings it back; what the claim says is the expense, on the account of its kind. */
function spent({ account, costFen, advanceFen, cashFen }: Pick<Booked & { kind: 'expense' }, 'account' | 'costFen' | 'advanceFen' | 'cashFen'>, debit: Side, credit: Side): Posting[] {
  return [...(costFen === 0 ? [] : [debit(account ?? '6601', costFen)]), ...(advanceFen === 0 ? [] : [debit('1221', advanceFen)]), ...(cashFen === 0 ? [] : [credit('1001', -cashFen)])]
}

/** Goods over the counter have no statement: their money is revenue and tax at once. */
function soldFor(fen: Fen, vatPercent: number, credit: Side): Posting[] {
  const netFen = netOf(fen, vatPercent)
  return [credit('6001', netFen), ...(fen === netFen ? [] : [credit('2221', fen - netFen)])]
}

const mostDays = 93

/** Null means the days make one file: at most a quarter. */
export function whyNotJournal({ from, to }: { readonly from: LocalDay; readonly to: LocalDay }): Refusal | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (days < 1) return new Refusal('invoicing.period-backwards')
  return days > mostDays ? new Refusal('invoicing.period-too-long', { days: mostDays }) : null
}
