import { found } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { billsOf, findMonthly } from '../data/monthly.ts'

/** 月结对账单: as it stood when it was issued, whatever was paid since. */
export async function printMonthly({ tx, by, now }: Reading, monthlyId: string, language: Language): Promise<Printing> {
  const monthly = found(await findMonthly(tx, by.storeId, monthlyId), 'monthly statement')
  const bills = await billsOf(tx, by.storeId, monthlyId)
  const store = await findStore(tx, by.storeId)
  return printing('monthly-statement', language, monthly.number, {
    ...letterhead(store, language, monthly.day),
    number: monthly.number, printedAt: printedMoment(now, store.timeZone), customer: monthly.customerName, month: monthly.month, issuedBy: monthly.personName, due: monthly.dueFen,
    bills: bills.map(({ number, orderNumber, plate, day, creditDueOn, totalFen, issuedDueFen }) => ({ number, orderNumber, plate: showPlate(plate), day, dueOn: creditDueOn, total: totalFen, due: issuedDueFen })),
  })
}
