import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import { vinCheckDigit } from '../../src/modules/vehicles/domain/vin.ts'
import type { Cell } from '../../src/platform/sheets/cells.ts'
import { csvRows } from '../../src/platform/sheets/csv.ts'
import { xlsxWriter } from '../../src/platform/sheets/write-xlsx.ts'

/** Lists as stores bring them along, with the slips that are in them: made here, so that they can be made again. All makes, people and numbers are invented. */
export function samples(): Record<string, Uint8Array> {
  return {
    'parts.xlsx': xlsx('配件目录', parts), 'part-prices.csv': gb18030(csvRows(prices)), 'operations.xls': Buffer.from(html(operations)), 'customers.csv': gb18030(csvRows(customers)),
    'vehicles.xlsx': xlsx('车辆档案', vehicles), 'opening-stock.xls': oldXls('期初库存', openingStock), 'opening-receivables.xlsx': xlsx('应收', receivables), 'staff.xlsx': xlsx('花名册', staff), 'campaign-cars.csv': gb18030(csvRows(campaignCars)),
  }
}

type Table = readonly (readonly Cell[])[]

const parts: Table = [
  ['云岭汽车示例店　配件主数据　2026 年 11 月'],
  ['零件号', '零件名称', '英文名称', '计量单位', '配件分类', '零售价(元)', '最高限价', '三包价', '生效日期', '条形码', '新件号', '大单位', '换算率', '供应商'],
  ['YX7-1012', '机油滤清器', 'Oil filter', '个', '滤清器', 72, '68.50', 48, '2026-01-01', 6900000200012, 'YX8-1012', '箱', 20, '海岳配件'],
  ['YX8-1012', '机油滤清器（新款）', 'Oil filter, new series', '个', '滤清器', '￥７５．００', 71, 49.5, '2026/1/1', '6900000200029', null, '箱', 20, '海岳配件'],
  [null, null, null],
  ['ｙｘ７-1109', '空气滤清器', 'Air filter', '个', '三滤', '1,086.00', null, null, '20260101', '6900000200036、6900000200043', null, null, null, '海岳配件'],
  ['OILX-5W30', '全合成机油 5W-30', 'Engine oil 5W-30', '升', '机油', 88, 85, null, '2026年1月1日', '6900000200050', null, '桶', 200, '青松油品'],
  ['YX7-3501', '前制动片', 'Front brake pads', '套', '刹车', 468, 439, 307.3, 46_023, null, null, null, null, '长风制动'],
  ['YX7-5205', '雨刮片', null, '对', '其他', 96, null, null, null, null, null, null, null, '长风制动'],
  ['坏编号#1', '左前大灯总成', 'Headlamp, left', '个', '灯具', 2_380, null, null, null, null, null, null, null, null],
  ['YX7-4121', '右前大灯总成', 'Headlamp, right', '个', '灯具', '面议', null, null, null, null, null, null, null, null],
  ['YX7-1012', '机油滤清器', null, '个', '滤清器', 72, null, null, null, null, null, null, null, null],
  ['YX7-9001', '=1+1 垫片', 'Gasket', '片', '辅料', 1.255, null, null, null, null, null, null, null, null],
  ['合计', null, null, null, null, 4_263],
]

const prices: Table = [
  ['配件编号', '配件名称', '零售价', '限价', '索赔价', '执行日期'],
  ['YX7-1012', '机油滤清器', '74.00', '70.00', '48.00', '2026.11.20'],
  ['YX7-1109', '空气滤清器', '1086.00', '', '', '2026.11.20'],
  ['YX9-0000', '没有的配件', '10.00', '', '', '2026.11.20'],
  ['YX7-3501', '前制动片', '一百', '', '', '2026.11.20'],
]

const operations: Table = [
  ['维修项目编号', '维修项目名称', '工种', '定额工时', '维修类型'],
  ['YX-0101', '更换机油及机油滤清器', '机修', '0.6', '保养'],
  ['YX-0205', '更换前制动片', '机电', '１．２', '小修'],
  ['YX-0310', '前保险杠喷漆', '油漆', '3.5', '小修'],
  ['YX-0400', '发动机大修', '机修', '28', '大修'],
  ['YX-0500', '神秘项目', '厨师', '1', '小修'],
]

const customers: Table = [
  ['客户姓名', '手机号码', '客户性质', '联系地址', '税号', '联系人', '备注'],
  ['林知远', '199-0000-3001', '个人', '上海市宝山区示例路 18 号', '', '', ''],
  ['苏若安', '+86 19900003002', '个人', '', '', '', '微信联系'],
  ['示例云物流有限公司', '０２１－６０００３００３', '公司', '上海市浦东新区示例路 5 号', '91310000DEMO003X', '韩工', '月结'],
  ['顾清和', '19900003004', '', '', '', '', ''],
  ['缺电话的人', '123', '个人', '', '', '', ''],
]

const vinOf = (serial: number): string => {
  const open = `LYLAM4180R2${String(serial).padStart(6, '0')}`
  return `${open.slice(0, 8)}${vinCheckDigit(open)}${open.slice(9)}`
}
const wrongDigit = (vin: string): string => `${vin.slice(0, 8)}${vin[8] === '0' ? '1' : '0'}${vin.slice(9)}`

const vehicles: Table = [
  ['车牌号码', 'VIN码', '车型', '车主姓名', '联系电话', '颜色', '燃料种类', '初次登记日期', '购买日期', '行驶里程', '最近进厂日期'],
  ['沪A·E3001', vinOf(1), '云岭 YX7', '林知远', '19900003001', '珍珠白', '汽油', '2023-05-20', '2023/5/16', 45_210, '2026年10月12日'],
  ['沪a d03002', vinOf(2), '云岭 YX7 EV', '苏若安', '19900003002', '曜石黑', '纯电动', 45_366, null, '18,300', '20260903'],
  ['沪B88303', wrongDigit(vinOf(3)), '云岭 YX5', '示例云物流有限公司', '02160003003', '银', '柴油', '2021.03.09', null, 186_400, '2026-11-02'],
  ['沪C·N3004', vinOf(4), '云岭 YX7', '顾清和', '19900003004', null, '汽油', null, null, null, null],
  ['不是车牌', vinOf(5), '云岭 YX7', '周以宁', '19900003005', null, null, null, null, null, null],
  ['沪A·E3006', 'LYL123', '云岭 YX7', '周以宁', '19900003005', null, null, null, null, null, null],
]

const campaignCars: Table = [
  ['召回编号', '车辆识别代号', '备注'],
  ['ZH-2026-01', vinOf(1), ''],
  ['ZH-2026-01', vinOf(2).toLowerCase(), ''],
  ['ZH-2026-01', wrongDigit(vinOf(3)), '校验位待核'],
  ['ZH-2026-99', vinOf(4), '没有这个活动'],
  ['ZH-2026-01', 'LYL123', ''],
]

const openingStock: Table = [
  ['零件编号', '品名', '库位', '结存数量', '单位', '不含税单价', '最近入库日期'],
  ['YX7-1012', '机油滤清器', 'A-01-01', 24, '个', 36.5, 46_174],
  ['YX7-1012', '机油滤清器', 'A-01-01', 12, '个', 37.123456, '2026/8/15'],
  ['OILX-5W30', '全合成机油 5W-30', 'OIL-01', '185.5', '升', 41.2, '2026-09-01'],
  ['YX7-3501', '前制动片', 'B-02-03', 6, '套', 221.333333, '20260710'],
  ['YX7-1109', '空气滤清器', '仓库门口', 3, '个', 500, '2026-07-01'],
  ['YX9-0000', '没有的配件', 'A-01-02', 1, '个', 10, '2026-07-01'],
  ['YX8-1012', '机油滤清器（新款）', 'A-01-03', 0, '个', 38, '2026-07-01'],
  ['合计', null, null, 231.5],
]

const staff: Table = [
  ['示例店　员工花名册'],
  ['序号', '姓名', '工号', '岗位', '入职日期'],
  [1, '喻晨', 'YuChen', 'SAD', '2026-03-01'],
  [2, '邵明', 'shaoming', '维修技师、QCI', '2025/9/1'],
  [3, '裴宁', 'peining', 'Storekeeper', 46_023],
  [4, '无岗位者', 'nobody1', '神秘岗位', '2026-01-05'],
  [5, '想当管理员的人', 'admin2', 'SEC', '2026-01-05'],
  [6, '账号有空格', 'a b', 'SAD', null],
]

const receivables: Table = [
  ['往来单位', '联系电话', '应收余额', '单据日期', '单据编号', '约定付款日', '摘要'],
  ['示例云物流有限公司', '021-60003003', 12_860.5, '2026-09-30', 'JS-202609-0088', '2026-12-31', '九月月结'],
  ['示例云物流有限公司', null, '8,400.00', '2026/10/31', 'JS-202610-0102', null, '十月月结'],
  ['林知远', '19900003001', 320, '2026年11月2日', 'JS-202611-0007', null, null],
  ['查无此人', null, 100, '2026-11-02', 'JS-202611-0008', null, null],
]

function xlsx(name: string, rows: Table): Uint8Array {
  const writer = xlsxWriter({ name, headRows: 0, widths: [] })
  writer.add(rows)
  return writer.end()
}

const oldXls = (name: string, rows: Table): Uint8Array => {
  const book = Object.assign(utils.book_new(), { SSF: {} }) // else its formats would be those of whatever workbook was read last
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
}

/** As older systems save it: a page that is called .xls. */
const html = (rows: Table): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">${
    rows.map((row) => `<tr>${row.map((cell) => `<td>${String(cell ?? '')}</td>`).join('')}</tr>`).join('\n')}</table></body></html>`

/** Node decodes GB18030 but does not encode it; the two-byte plane is turned round once. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Uint8Array.from([...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0
    const bytes = code < 0x80 ? [code] : bytesOf.get(character)
    if (bytes === undefined) throw new RangeError(`${character} has no two bytes in GB18030`)
    return [...bytes]
  }))
}

if (import.meta.main) {
  const folder = path.join(import.meta.dirname, '../../docs/samples')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(samples())) {
    writeFileSync(path.join(folder, name), bytes)
    console.log(`docs/samples/${name}: ${String(bytes.length)} bytes`)
  }
}
