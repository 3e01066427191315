import { Refusal } from '../../../kernel/refusal.ts'

export type Kind = { readonly code: string; readonly zh: string; readonly en: string; readonly active: boolean; /** On which it is booked in the journal for accounting. */ readonly account: string; /** Settled only with a picture of its invoice. */ readonly receipt: boolean }
export type ExpenseRule = { /** Open IOUs of one person at a time. */ readonly mostOpen: number; readonly kinds: readonly Kind[] }

/** Cash on delivery, drawn before the goods are collected (WHK-1.2). */
export const pickUp = 'pick-up'

/** An account of the enterprise accounting standards, with the store's own sub-accounts behind it. */
export const accountShape = /^\d{4}(\d{2}){0,3}$/

/** A kind that nobody gave an account: selling expenses, as all of them were booked before. */
export const usualAccount = '6601'

/**
 * What a store has that said nothing else. Cash on delivery pays what is owed to a supplier (应付账款); freight and what the workshop uses up are selling expenses (销售费用); the office,
 * travel and hospitality are administrative ones (管理费用). What is paid to a carrier on delivery has its papers with the receipt of the goods; everything else is settled with its invoice
 * (会计基础工作规范 48: what is paid has an original voucher).
 */
export const presetRule: ExpenseRule = {
  mostOpen: 2,
  kinds: [
    { code: pickUp, zh: '提货代收款', en: 'Cash on delivery', active: true, account: '2202', receipt: false },
    { code: 'freight', zh: '运费', en: 'Freight', active: true, account: usualAccount, receipt: true },
    { code: 'materials', zh: '零星采购', en: 'Small purchases', active: true, account: usualAccount, receipt: true },
    { code: 'travel', zh: '差旅交通', en: 'Travel', active: true, account: '6602', receipt: true },
    { code: 'office', zh: '办公', en: 'Office', active: true, account: '6602', receipt: true },
    { code: 'hospitality', zh: '业务招待', en: 'Hospitality', active: true, account: '6602', receipt: true },
    { code: 'other', zh: '其他', en: 'Other', active: true, account: '6602', receipt: true },
  ],
}

/** Claims name their kind by its code: a kind is put out of use, never taken away. */
export function whyNotKeep(before: readonly Kind[], kinds: readonly Kind[]): Refusal | null {
  const codes = kinds.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) return new Refusal('expenses.kind-twice', { kind: twice })
  const gone = before.find(({ code }) => !codes.includes(code))
  if (gone !== undefined) return new Refusal('expenses.kind-gone', { kind: gone.zh })
  return kinds.some(({ active }) => active) ? null : new Refusal('expenses.no-kind')
}

const usual = { account: usualAccount, receipt: true }
/** Of a kind that was kept before kinds had accounts, or said whether they need an invoice, the preset's. */
export const whole = (kind: Omit<Kind, keyof typeof usual> & Partial<typeof usual>): Kind => {
  const { account, receipt } = presetRule.kinds.find(({ code }) => code === kind.code) ?? usual
  return { ...kind, account: kind.account ?? account, receipt: kind.receipt ?? receipt }
}
export const accountOf = (kinds: readonly Kind[], code: string): string => kinds.find((kind) => kind.code === code)?.account ?? usualAccount

export const needsReceipt = (kinds: readonly Kind[], code: string): boolean => kinds.find((kind) => kind.code === code)?.receipt ?? usual.receipt

export const whyNotOfKind = (kinds: readonly Kind[], code: string): Refusal | null => (kinds.some((kind) => kind.code === code && kind.active) ? null : new Refusal('expenses.kind-unknown', { kind: code }))
