import { found, Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { advisorOfLine, approveDeviation as approve, refuseDeviation as refuseIt } from '../../repair-orders/public.ts'
import { decider } from './deputy.ts'

/** As the one by whose right he decides: himself, or an absent one for whom he stands in. */
async function deciding(deed: Deed, lineId: string): Promise<Deed> {
  const { advisorId } = found(await advisorOfLine(deed.tx, deed.by.storeId, lineId), 'line')
  const decides = (await decider(deed, repairOrderPermissions.approveDeviation, advisorId)) ?? refuse(new Refusal('approvals.not-yours-to-decide'))
  return { ...deed, by: { ...decides.as, name: decides.name } }
}

export const approveDeviation = async (deed: Deed, wish: { lineId: string; version: number }): Promise<{ version: number }> => approve(await deciding(deed, wish.lineId), wish)

export const refuseDeviation = async (deed: Deed, wish: { lineId: string; version: number; reason: string }): Promise<{ version: number }> => refuseIt(await deciding(deed, wish.lineId), wish)
