import { textOf } from './cells.ts'
import type { RowOf } from './columns.ts'
import { vinCell } from './customer-columns.ts'

export const campaignCarColumns = {
  campaign: { zh: '活动编号', en: 'Campaign', required: true as const, also: ['召回编号', '活动代码', '召回代码', '服务活动编号', '活动号', 'Campaign code', 'Recall code'], read: textOf(30), example: 'ZH-2026-01' },
  vin: { zh: '车架号', en: 'VIN', required: true as const, also: ['VIN码', '车辆识别代号', '车辆识别码', '底盘号', '车架号VIN', 'Chassis number'], read: vinCell, example: 'LSVAM4187C2184841' },
}
export type CampaignCarRow = RowOf<typeof campaignCarColumns>
