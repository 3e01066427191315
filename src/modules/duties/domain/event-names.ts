import { reportableEvents } from './reportable-events.ts'

type NamedEvent = (typeof reportableEvents)[number]

/** Events of the manual that a deed in the product tells: a duty may have its deadline after one. */
const toldByDeeds: readonly NamedEvent[] = [
  { event: 'extra_work.found', zh: '发现增项', en: 'Added work found' },
  { event: 'receipt.posted', zh: '收货过账', en: 'Receipt posted' },
  { event: 'shipment.collected', zh: '到货接收开始', en: 'Shipment collected' },
  { event: 'delivery.accepted', zh: '到货验收', en: 'Delivery accepted' },
  { event: 'receipt.discrepancy', zh: '到货差异', en: 'Discrepancy at a receipt' },
  { event: 'part.short', zh: '工单缺件', en: 'Part short for a car' },
  { event: 'purchase_request.urgent', zh: '加急采购申请', en: 'Urgent purchase request' },
  { event: 'complaint.assigned', zh: '收到投诉单', en: 'Complaint slip received' },
  { event: 'meeting.held', zh: '会议召开', en: 'Meeting held' },
  { event: 'training.held', zh: '培训举行', en: 'Training held' },
  { event: 'issue.unfitted', zh: '已领未装', en: 'Issued and not fitted' },
  { event: 'supplier_return.sent', zh: '供应商退货发出', en: 'Return sent to the supplier' },
  { event: 'part.quality_fault', zh: '配件质量问题', en: 'Fault of a part' },
  { event: 'expense.approved', zh: '费用获批', en: 'Expense approved' },
  { event: 'count.planned', zh: '计划盘点', en: 'Count planned' },
  { event: 'count.entered', zh: '盘点录入', en: 'Count entered' },
  { event: 'count.differences_approved', zh: '盘点差异获批', en: 'Differences of a count approved' },
  { event: 'accessory.sold', zh: '精品销售', en: 'Accessory sold' },
  { event: 'accessory.picking', zh: '精品领料', en: 'Accessory picked' },
  { event: 'parts_sale.confirmed', zh: '配件销售确认', en: 'Parts sale confirmed' },
]

/** Steps that carry a standard of the manual; no deadline counts from them. */
const steps: readonly NamedEvent[] = [
  { event: 'consultation.done', zh: '技术会诊完成', en: 'Consultation done' },
  { event: 'estimate.authorised', zh: '估价单签字', en: 'Estimate authorised' },
  { event: 'estimate.made', zh: '估价', en: 'Estimate made' },
  { event: 'order.authorised', zh: '工单授权', en: 'Order authorised' },
  { event: 'order.inspected', zh: '工单质检', en: 'Order inspected' },
  { event: 'order.settled', zh: '工单结算', en: 'Order settled' },
  { event: 'order.warranty_part', zh: '保修件维修', en: 'Order with a warranty part' },
  { event: 'picking.requested', zh: '申请领料', en: 'Picking requested' },
  { event: 'request.assigned', zh: '任务分派', en: 'Request assigned' },
  { event: 'roster.assigned', zh: '排班', en: 'Roster assigned' },
  { event: 'vehicle.arrived', zh: '车辆进站', en: 'Car arrived' },
]

/** What a duty of the store's own may wait for. */
export const awaitableEvents: readonly NamedEvent[] = [...toldByDeeds, ...reportableEvents]

const byName = new Map([...awaitableEvents, ...steps].map((named) => [named.event, named]))

export const eventNamed = (event: string): NamedEvent | null => byName.get(event) ?? null
