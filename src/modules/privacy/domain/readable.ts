import { formatFen } from '../../../kernel/money.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/texts.ts'

type Word = readonly [zh: string, en: string]

/** What a column is called to the person it is about. */
const words: Readonly<Record<string, Word>> = {
  name: ['姓名', 'Name'], initials: ['姓名首字母', 'Initials'], phone: ['电话', 'Phone'], phone_tail: ['电话后四位', 'Last four digits'], second_phone: ['备用电话', 'Second phone'], address: ['地址', 'Address'],
  tax_number: ['税号', 'Tax number'], contact_name: ['联系人', 'Contact'], note: ['备注', 'Note'], kind: ['类型', 'Kind'], created_at: ['建档时间', 'Known since'], purpose: ['用途', 'Purpose'],
  granted: ['是否同意', 'Allowed'], channel: ['方式', 'By way of'], at: ['时间', 'Time'], person_name: ['经办人', 'Recorded by'], reason: ['原因', 'Reason'], plate: ['车牌', 'Plate'], vin: ['车架号', 'VIN'],
  engine_number: ['发动机号', 'Engine number'], model_name: ['车型', 'Model'], colour: ['颜色', 'Colour'], first_registered: ['上牌日期', 'First registered'], sale_date: ['购车日期', 'Sold on'],
  warranty_until: ['质保到期', 'Warranty until'], from_plate: ['原车牌', 'Old plate'], to_plate: ['新车牌', 'New plate'], km: ['里程', 'Kilometres'], number: ['单号', 'Number'], arrived_at: ['进店时间', 'Arrived'],
  closed_at: ['结束时间', 'Closed'], status: ['状态', 'Status'], owner_name: ['车主', 'Owner'], concern: ['客户所述', 'Concern'], quoted_phone: ['报价联系电话', 'Phone of the quote'], pick_up_code: ['取车码', 'Pick-up code'],
  closed_reason: ['关闭原因', 'Why closed'], total_fen: ['金额（元）', 'Amount (yuan)'], paid_fen: ['已付（元）', 'Paid (yuan)'], amount_fen: ['金额（元）', 'Amount (yuan)'], received_at: ['接车时间', 'Received'],
  sender_name: ['送修人', 'Brought by'], sender_phone: ['送修人电话', 'Their phone'], owner_phone: ['车主电话', 'Owner\'s phone'], mileage_km: ['里程', 'Kilometres'], sheet: ['接车检查内容', 'Reception sheet'],
  signature: ['签名', 'Signature'], name_zh: ['项目', 'Item'], payer: ['付款方', 'Payer'], snapshot: ['签字时的内容', 'As signed'], early_reason: ['提前原因', 'Why earlier'], found_at: ['发现时间', 'Found'],
  findings: ['检查发现', 'Findings'], fault: ['故障', 'Fault'], answer_words: ['对方答复', 'Answer'], customer_name: ['客户姓名', 'Customer'], customer_phone: ['客户电话', 'Customer\'s phone'], words: ['说明', 'Words'], to_status: ['变为', 'Became'], place: ['位置', 'Place'], day: ['日期', 'Day'],
  payer_name: ['付款方名称', 'Payer\'s name'], debtor_name: ['挂账方', 'Debtor'], allowance_reason: ['优惠原因', 'Why the allowance'], supplement_reason: ['补单原因', 'Why the supplement'], reversal_reason: ['冲销原因', 'Why reversed'],
  way: ['支付方式', 'Paid by'], reference: ['交易号', 'Reference'], document: ['单据', 'Document'], title: ['发票抬头', 'Title of the invoice'], month: ['月份', 'Month'], wished_parts: ['需备配件', 'Parts wished'],
  cause: ['事由', 'Cause'], result: ['结果', 'Result'], made_at: ['发送时间', 'Made'], items: ['所示内容', 'What was shown'], seen: ['客户所见', 'What was seen'], terms: ['条款', 'Terms'], scores: ['评分', 'Scores'],
  opened_at: ['登记时间', 'Opened'], answer: ['答复', 'Answer'], until_at: ['截至', 'Until'], figures: ['通报内容', 'Figures'], from_at: ['开始', 'From'], driver_name: ['驾驶人', 'Driver'], licence: ['驾驶证号', 'Licence'],
  damage: ['损伤', 'Damage'], fees: ['费用', 'Fees'], taken_at: ['拍摄时间', 'Taken'], occasion: ['场合', 'Occasion'], detail: ['内容', 'Of'], removed_reason: ['移除原因', 'Why removed'], recorded_at: ['录音时间', 'Recorded'],
  issued_at: ['签发时间', 'Issued'], facts: ['记载内容', 'Facts'], proposed_at: ['提出时间', 'Proposed'], asked_at: ['申请时间', 'Asked'], preview: ['预览', 'Preview'], cells: ['行内容', 'Row'], about: ['事项', 'About'],
  decision_reason: ['审批意见', 'Decision'], due_at: ['应办时间', 'Due'], subject_name: ['对象', 'Subject'], explanation: ['说明', 'Explanation'], source_name: ['来源', 'Source'], demanded_by: ['要求人', 'Asked by'], identified_by: ['核实方式', 'Identified by'],
}

export const hasName = (column: string): boolean => words[column] !== undefined

export const columnName = (column: string, language: Language): string => words[column]?.[language === 'en' ? 1 : 0] ?? column

/** Longer than a spreadsheet's cell may be. */
const mostSigns = 4_000

/** One value as somebody reads it: money in yuan, moments in the store's time, a signature as a word (the file for machines has it whole). */
export function readable(column: string, value: unknown, language: Language, timeZone: string): string {
  if (value === null || value === undefined || value === '') return ''
  if (column === 'signature') return language === 'en' ? 'signed' : '已签名'
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否'
  if (typeof value === 'number') return column.endsWith('_fen') ? formatFen(value) : String(value)
  if (typeof value !== 'string') return JSON.stringify(value).slice(0, mostSigns)
  return /^\d{4}-\d\d-\d\dT/.test(value) ? wallTime(new Date(value), timeZone).replace('T', ' ') : value.slice(0, mostSigns)
}
