import { useReading } from '../../../platform/web/deeds.tsx'
import { listStaff } from '../../organisation/contract.ts'
import { listShop } from '../contract.ts'

const clocking = ['TEC', 'MTL', 'BTL']

/** Who may be given work, with what is in his hands already; whoever has least comes first. */
export function useTechnicians(enabled: boolean): readonly { id: string; name: string; inHand: number }[] {
  const staff = useReading(listStaff, { query: {} }, { enabled })
  const shop = useReading(listShop, {})
  const jobs = (shop.data?.rows ?? []).flatMap((row) => row.jobs).filter(({ status }) => status !== 'finished' && status !== 'stopped')
  return (staff.data?.rows ?? []).filter(({ positions }) => positions.some((position) => clocking.includes(position)))
    .map(({ id, name }) => ({ id, name, inHand: jobs.filter(({ technicianId }) => technicianId === id).length }))
    .toSorted((a, b) => a.inHand - b.inHand)
}
