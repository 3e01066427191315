import type { Language, Texts } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { seeReturn } from './read-returns.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** 供应商退货单: goes with the goods, a copy to finance (PTS-2.4). */
export async function printReturn(reading: Reading, returnId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const one = await seeReturn(reading, returnId)
  const store = await findStore(tx, by.storeId)
  const english = language === 'en'
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const told = (name: string | null, at: string | null): string => (at === null ? '' : `${name ?? ''} ${printedMoment(new Date(at), store.timeZone)}`)
  return printing('supplier-return-slip', language, one.number, {
    ...letterhead(store, language, localDay(new Date(one.sentAt ?? one.askedAt), store.timeZone)), number: one.number, printedAt: printedMoment(now, store.timeZone),
    status: t(`supplier-returns.status.${one.status}`), supplier: one.supplierName, about: one.about, agreement: one.agreedAt === null ? '' : `${one.agreedWith ?? ''}: ${one.agreedWords ?? ''}`, agreedBy: told(one.agreedByName, one.agreedAt),
    document: one.document ?? '', waybill: one.waybill, sentBy: told(one.sentByName, one.sentAt), slipBy: told(one.slipByName, one.slipAt), total: one.creditFen,
    lines: one.rows.map((line) => ({ partNumber: line.partNumber, name: english ? line.nameEn : line.nameZh, unit: line.unit, bin: line.bin, quantity: line.thousandths, cause: t(`supplier-returns.cause.${line.cause}`), amount: line.creditFen })),
  })
}
