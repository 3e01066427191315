import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestHandler } from '../../approvals/public.ts'
import { insertWriteOff, lockSlip, type SlipData } from '../data/slips.ts'
import { outsideFen, whyNotWriteBack, whyNotWriteOff } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { changeSlip, lockSeen, type Seen } from './slip-deed.ts'

type Wish = Seen & { readonly reason: string }

/** Cash on delivery that nobody can hand in any more: asked for with the reason, written off by somebody else. */
export async function askWriteOff(deed: Deed, { reason, ...seen }: Wish): Promise<{ id: string }> {
  const { slip } = await lockSeen(deed, seen)
  const owedFen = outsideFen(slip)
  refuseIf(whyNotWriteOff({ ...slip, askedFen: owedFen }))
  return askApproval(deed, { kind: 'cod-write-off', subjectId: slip.id, orderId: null, about: `${slip.number} ${slip.carrier}`, amountFen: owedFen, reason })
}

type Entry = { readonly amountFen: number; readonly reason: string; readonly askedByName: string; readonly event: string }

async function writeEntry(deed: Deed, slip: SlipData, { amountFen, reason, askedByName, event }: Entry): Promise<{ number: string; version: number }> {
  const { tx, by, now } = deed
  const number = await nextNumber(deed, 'WO')
  await insertWriteOff(tx, by.storeId, slip.id, { id: deed.newId(), number, amountFen, vatPercent: slip.vatPercent, carrier: slip.carrier, reason, at: now, day: localDay(now, by.timeZone), askedByName, personId: by.personId, personName: by.name })
  return { number, ...(await changeSlip(deed, slip, { writtenOffFen: slip.writtenOffFen + amountFen }, { event, after: { number, amountFen }, reason })) }
}

/** What the inbox of approvals carries out here. */
export const writeOffRequests: Readonly<Record<'cod-write-off', RequestHandler>> = {
  'cod-write-off': {
    right: counterPermissions.writeOff,
    carryOut: async (deed, { subjectId, amountFen, reason, personName }) => {
      const slip = found(await lockSlip(deed.tx, deed.by.storeId, subjectId), 'slip')
      refuseIf(whyNotWriteOff({ ...slip, askedFen: amountFen }))
      await writeEntry(deed, slip, { amountFen, reason, askedByName: personName, event: 'written-off' })
    },
  },
}

/** The money comes after all, or the goods do: by a counter-entry it is owed again. */
export async function takeBackWriteOff(deed: Deed, { reason, ...seen }: Wish): Promise<{ number: string; version: number }> {
  const { slip } = await lockSeen(deed, seen)
  refuseIf(whyNotWriteBack(slip))
  return writeEntry(deed, slip, { amountFen: -slip.writtenOffFen, reason, askedByName: deed.by.name, event: 'write-off-taken-back' })
}
