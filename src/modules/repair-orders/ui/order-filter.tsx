import { Search } from 'lucide-react'
import { useTexts } from '../../../platform/web/language.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { orderGroups, type OrderGroup } from '../contract.ts'
import { repairOrderTexts } from './texts.ts'
import './workbench.css'

export type OrderFilterProps = {
  group: OrderGroup
  onGroup: (group: OrderGroup) => void
  find: string
  onFind: (find: string) => void
  mine: boolean
  onMine: (mine: boolean) => void
  counts: { quoted: number; open: number; arrived: number; inShop: number; ready: number } | undefined
}

export function OrderFilter({ group, onGroup, find, onFind, mine, onMine, counts }: OrderFilterProps) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const countOf: Partial<Record<OrderGroup, number | undefined>> = { quoted: counts?.quoted, open: counts?.open, arrived: counts?.arrived, 'in-shop': counts?.inShop, ready: counts?.ready }
  return (
    <div className="order-filter">
      <ChoiceField label={t('repair-orders.workbench')} hideLabel value={group} onChange={onGroup} wide
        choices={orderGroups.map((value) => ({ value, text: t(`repair-orders.group.${value}`), count: countOf[value] }))} />
      <div className="order-filter-line">
        <TextField label={t('repair-orders.find')} hideLabel type="search" value={find} onChange={onFind} placeholder={t('repair-orders.find')} maxLength={40} trailing={<Search size={14} aria-hidden />} />
        <CheckField label={t('repair-orders.mine')} checked={mine} onChange={onMine} />
      </div>
    </div>
  )
}
