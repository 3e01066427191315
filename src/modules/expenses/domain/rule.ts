import { Refusal } from '../../../kernel/refusal.ts'

export type Kind = { readonly code: string; readonly zh: string; readonly en: string; readonly active: boolean }
export type ExpenseRule = { /** Open IOUs of one person at a time. */ readonly mostOpen: number; readonly kinds: readonly Kind[] }

/** Cash on delivery, drawn before the goods are collected (WHK-1.2). */
export const pickUp = 'pick-up'

/** What a store has that said nothing else. */
export const presetRule: ExpenseRule = {
  mostOpen: 2,
  kinds: [
    { code: pickUp, zh: '提货代收款', en: 'Cash on delivery', active: true },
    { code: 'freight', zh: '运费', en: 'Freight', active: true },
    { code: 'materials', zh: '零星采购', en: 'Small purchases', active: true },
    { code: 'travel', zh: '差旅交通', en: 'Travel', active: true },
    { code: 'office', zh: '办公', en: 'Office', active: true },
    { code: 'hospitality', zh: '业务招待', en: 'Hospitality', active: true },
    { code: 'other', zh: '其他', en: 'Other', active: true },
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

export const whyNotOfKind = (kinds: readonly Kind[], code: string): Refusal | null => (kinds.some((kind) => kind.code === code && kind.active) ? null : new Refusal('expenses.kind-unknown', { kind: code }))
