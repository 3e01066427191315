import { Refusal } from '../../../kernel/refusal.ts'
import { normalPartNumber, whyNotPartNumber } from '../../catalogue/domain/part-number.ts'
import type { PartCategory, RepairKind, Trade } from '../../catalogue/domain/kinds.ts'
import { codeOf, dayOf, listOf, numberOf, textOf, wordOf } from './cells.ts'
import type { RowOf } from './columns.ts'

export const categoryWords: Readonly<Record<PartCategory, readonly string[]>> = {
  filter: ['滤清器', '滤芯', '三滤', 'Filters'], fluid: ['油液', '油品', '机油', '润滑油', '油脂', 'Fluids'], ignition: ['点火', '点火系统', '火花塞'],
  engine: ['发动机', '发动机件', '发动机系统'], transmission: ['传动', '变速箱', '变速器', '传动系统'], brake: ['制动', '刹车', '制动系统', '刹车系统', 'Brakes'],
  chassis: ['底盘', '悬挂', '悬架', '转向', '底盘件'], electrical: ['电器', '电气', '电子电器', '电瓶', '蓄电池'], cooling: ['冷却空调', '冷却', '空调', '空调系统', 'Cooling and A/C'],
  body: ['车身覆盖件', '车身', '外观件', '钣金件', '覆盖件', 'Body panels'], glass: ['玻璃'], lamp: ['灯具', '灯光', '车灯', 'Lamps'], tyre: ['轮胎轮毂', '轮胎', '轮毂', 'Tyres and wheels'],
  interior: ['内饰', '内饰件'], consumable: ['辅料', '易耗品', '耗材', '低值易耗', '标准件', 'Consumables'], accessory: ['精品', '精品附件', '选装件', '装饰件', 'Accessories'],
}
export const tradeWords: Readonly<Record<Trade, readonly string[]>> = {
  mechanical: ['机修', '机电', '机电维修'], electrical: ['电工', '电器', '电气'], 'high-voltage': ['高压', '高压电工', '三电', '新能源'], body: ['钣金', '钣喷钣金'], paint: ['喷漆', '油漆', '喷涂', '涂装'], wash: ['洗车', '美容', '清洗'], diagnosis: ['诊断', '检测'],
}
export const repairKindWords: Readonly<Record<RepairKind, readonly string[]>> = {
  overhaul: ['大修', '整车或总成大修', '总成大修'], 'second-maintenance': ['二级维护', '二保'], minor: ['小修', '小修及一般维护', '一般维护', '一级维护', '保养', '维修'],
}

const partNumber = codeOf(normalPartNumber, whyNotPartNumber)
const price = numberOf({ least: 0, most: 10_000_000_000, decimals: 2 })
const factor = numberOf({ least: 1, most: 100_000_000, decimals: 3 })

const numberColumn = {
  zh: '配件编号', en: 'Part number', required: true as const, read: partNumber, example: 'YS6-1012',
  also: ['配件号', '配件编码', '零件号', '零件编号', '零件编码', '备件号', '备件编号', '备件编码', '物料编码', '物料号', '料号', '件号', '图号', '编号', 'OE号', '原厂编号', 'Part no', 'Part #'],
}
const priceColumns = {
  capFen: { zh: '客户限价', en: 'Customer price cap', also: ['限价', '最高限价', '指导价', '厂家指导价', 'Price cap'], read: price, example: 68.5 },
  retailFen: { zh: '零售价', en: 'Retail price', also: ['销售价', '销售价格', '售价', '含税零售价', '建议零售价', '零售单价', 'Price'], read: price, example: 72 },
  claimFen: { zh: '索赔价', en: 'Claim price', also: ['三包价', '索赔单价', '保修价', 'Warranty price'], read: price, example: 48 },
  validFrom: { zh: '价格生效日期', en: 'Price valid from', also: ['生效日期', '执行日期', '启用日期', 'Valid from'], read: dayOf, example: '2026-11-01' },
}

export const partColumns = {
  number: numberColumn,
  nameZh: { zh: '配件名称', en: 'Chinese name', required: true as const, also: ['名称', '零件名称', '备件名称', '品名', '中文名称', '物料名称', 'Name', 'Part name', 'Description'], read: textOf(100), example: '机油滤清器' },
  nameEn: { zh: '英文名称', en: 'English name', also: ['英文名', '外文名称'], read: textOf(120), example: 'Oil filter' },
  unit: { zh: '单位', en: 'Unit', required: true as const, also: ['计量单位', '基本单位'], read: textOf(10), example: '个' },
  packThousandths: { zh: '包装数量', en: 'Pack quantity', also: ['包装数', '最小包装', '包装规格', '包装量', 'Pack'], read: factor, example: 1 },
  category: { zh: '类别', en: 'Category', also: ['分类', '配件类别', '配件分类', '大类', '品类', '种类'], read: wordOf(categoryWords, { value: 'consumable', code: 'exchange.category-assumed' }), example: '滤清器' },
  ...priceColumns,
  barcodes: { zh: '条码', en: 'Barcodes', also: ['条形码', '条码号', '商品条码', 'Barcode', 'EAN'], read: listOf(codeOf((typed) => typed.normalize('NFKC').replace(/\s/g, ''), whyNotBarcode), 10), example: '6900000100001' },
  otherUnit: { zh: '换算单位', en: 'Other unit', also: ['大单位', '辅助单位', '包装单位'], read: textOf(10), example: '箱' },
  otherUnitThousandths: { zh: '换算系数', en: 'Other unit holds', also: ['换算率', '换算比', '换算数量'], read: factor, example: 20 },
  successor: { zh: '替代件编号', en: 'Superseded by', also: ['替代件', '替代件号', '新件号', '新零件号', '被替代为', '替换件号', 'Successor'], read: partNumber, example: null },
  active: { zh: '是否在用', en: 'In use', also: ['状态', '启用', '是否启用', '有效', 'Active'], read: wordOf({ yes: ['在用', '是', '启用', '有效', '正常', 'y', '1', 'true'], no: ['停用', '否', '无效', '禁用', '作废', 'n', '0', 'false'] }), example: '在用' },
}
export type PartRow = RowOf<typeof partColumns> & { /** The successor is a good row of the same file. */ readonly successorInFile?: boolean }

export const priceListColumns = { number: numberColumn, ...priceColumns }
export type PriceRow = RowOf<typeof priceListColumns>

export const operationColumns = {
  code: { zh: '工时代码', en: 'Operation code', required: true as const, also: ['工时编号', '工时编码', '项目编号', '项目代码', '维修项目编号', '作业代码', '工位代码', '代码', 'Code'], read: textOf(30), example: 'MT-0101' },
  nameZh: { zh: '项目名称', en: 'Chinese name', required: true as const, also: ['名称', '工时名称', '维修项目', '维修项目名称', '作业名称', '作业内容', 'Name', 'Description'], read: textOf(100), example: '更换机油及机油滤清器' },
  nameEn: { zh: '英文名称', en: 'English name', also: ['英文名'], read: textOf(120), example: 'Change engine oil and filter' },
  trade: { zh: '工种', en: 'Trade', also: ['作业工种', '班组类型', '工种类别'], read: wordOf(tradeWords), example: '机修' },
  hours: { zh: '标准工时', en: 'Standard hours', required: true as const, also: ['工时', '工时数', '定额工时', '小时', 'Hours'], read: numberOf({ least: 0, most: 1_000_000, decimals: 3 }), example: 0.6 },
  repairKind: { zh: '维修类别', en: 'Repair kind', also: ['维修类型', '修理类别', '作业类别'], read: wordOf(repairKindWords), example: '小修' },
  modelCode: { zh: '适用车型代码', en: 'Model code', also: ['车型代码', '车型编码', '适用车型', 'Model'], read: textOf(30), example: null },
}
export type OperationRow = RowOf<typeof operationColumns>

function whyNotBarcode(code: string) {
  const read = textOf(80)(code, { from1904: false })
  return code.length < 4 ? notABarcode() : typeof read === 'string' ? null : notABarcode()
}
const notABarcode = () => new Refusal('exchange.not-a-barcode')
