import { Refusal } from '../../../kernel/refusal.ts'
import type { Energy } from '../../catalogue/domain/kinds.ts'
import { normalPhone, whyNotPhone } from '../../customers/domain/phone.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { hasValidCheckDigit, normalVin, whyNotVin } from '../../vehicles/domain/vin.ts'
import { codeOf, dayOf, Doubtful, numberOf, shownCell, textOf, wordOf, type Reader } from './cells.ts'
import type { RowOf } from './columns.ts'

const phone = codeOf(normalPhone, whyNotPhone)
export const energyWords: Readonly<Record<Energy, readonly string[]>> = {
  petrol: ['汽油', '燃油'], diesel: ['柴油'], hybrid: ['混动', '插电混动', '油电混动', '插电式混合动力', '混合动力', '增程'], electric: ['纯电', '纯电动', '电动', '电'],
}
export const kindWords = { person: ['个人', '私人', '自然人'], company: ['单位', '公司', '企业', '集团', '法人'] } as const

/** A wrong check digit is a reason to look again, never to refuse. */
export const vinCell: Reader<string> = (cell) => {
  const number = normalVin(shownCell(cell))
  return whyNotVin(number) ?? (hasValidCheckDigit(number) ? number : new Doubtful(number, new Refusal('exchange.vin-check-digit')))
}

export const customerColumns = {
  name: { zh: '客户名称', en: 'Customer name', required: true as const, also: ['客户姓名', '姓名', '名称', '客户', '车主', '车主姓名', '单位名称', 'Name', 'Customer'], read: textOf(60), example: '陆晨' },
  phone: { zh: '电话', en: 'Phone', required: true as const, also: ['手机', '手机号', '手机号码', '联系电话', '客户电话', '移动电话', '电话号码', 'Mobile'], read: phone, example: '19900001234' },
  kind: { zh: '客户类型', en: 'Kind', also: ['客户性质', '客户类别', '类型', '性质'], read: wordOf(kindWords), example: '个人' },
  secondPhone: { zh: '备用电话', en: 'Second phone', also: ['电话2', '其他电话', '固定电话', '备用手机', 'Phone 2'], read: phone, example: null },
  address: { zh: '地址', en: 'Address', also: ['联系地址', '通讯地址', '客户地址', '住址'], read: textOf(200), example: '上海市示例路 1 号' },
  taxNumber: { zh: '税号', en: 'Tax number', also: ['纳税人识别号', '统一社会信用代码', '信用代码', 'Tax no'], read: textOf(30), example: null },
  contactName: { zh: '联系人', en: 'Contact', also: ['联系人姓名', '送修人', 'Contact name'], read: textOf(60), example: null },
  note: { zh: '备注', en: 'Note', also: ['说明', 'Remarks', 'Notes'], read: textOf(500), example: null },
}
export type CustomerImportRow = RowOf<typeof customerColumns>

export const vehicleColumns = {
  plate: { zh: '车牌号', en: 'Plate', required: true as const, also: ['车牌', '车牌号码', '牌照号', '号牌号码', '车号', 'Licence plate', 'Plate number'], read: codeOf(normalPlate, whyNotPlate), example: '沪A·D12345' },
  vin: { zh: '车架号', en: 'VIN', also: ['VIN码', '车辆识别代号', '车辆识别码', '底盘号', '车架号VIN', 'Chassis number'], read: vinCell, example: 'LSVAM4187C2184841' },
  modelName: { zh: '车型', en: 'Model', also: ['车型名称', '车系', '品牌型号', '车辆型号', '型号', 'Model name'], read: textOf(80), example: '云岭 YL7' },
  ownerName: { zh: '车主', en: 'Owner', required: true as const, also: ['车主姓名', '车主名称', '客户名称', '客户姓名', '客户', '姓名', '所有人', 'Owner name'], read: textOf(60), example: '陆晨' },
  ownerPhone: { zh: '车主电话', en: 'Owner phone', required: true as const, also: ['电话', '手机', '手机号', '手机号码', '联系电话', '客户电话', '车主手机', 'Phone', 'Mobile'], read: phone, example: '19900001234' },
  colour: { zh: '颜色', en: 'Colour', also: ['车身颜色', '车色', 'Color'], read: textOf(30), example: '珍珠白' },
  engineNumber: { zh: '发动机号', en: 'Engine number', also: ['发动机号码', '电机号', 'Engine no'], read: textOf(30), example: null },
  energy: { zh: '能源类型', en: 'Energy', also: ['燃料', '燃料种类', '能源', '燃料类型', 'Fuel'], read: wordOf(energyWords), example: '汽油' },
  firstRegistered: { zh: '上牌日期', en: 'First registered', also: ['注册日期', '初次登记日期', '登记日期', '初登日期', 'Registration date'], read: dayOf, example: '2024-05-20' },
  saleDate: { zh: '购车日期', en: 'Sale date', also: ['销售日期', '交车日期', '购买日期', 'Sold on'], read: dayOf, example: '2024-05-16' },
  warrantyUntil: { zh: '质保到期日', en: 'Warranty until', also: ['保修到期', '质保到期', '保修截止日期', '质保截止日期'], read: dayOf, example: '2027-05-15' },
  warrantyKm: { zh: '质保里程', en: 'Warranty kilometres', also: ['保修里程', '质保公里数', 'Warranty km'], read: numberOf({ least: 1, most: 3_000_000, decimals: 0 }), example: 100_000 },
  km: { zh: '里程', en: 'Mileage', also: ['行驶里程', '公里数', '里程数', '当前里程', '最近里程', '进厂里程', '里程公里', 'Kilometres', 'Odometer'], read: numberOf({ least: 0, most: 3_000_000, decimals: 0 }), example: 23_450 },
  kmOn: { zh: '里程日期', en: 'Mileage on', also: ['最近进厂日期', '进厂日期', '最近来店日期', '抄表日期', 'Last visit'], read: dayOf, example: '2026-10-12' },
  note: { zh: '备注', en: 'Note', also: ['说明', 'Remarks', 'Notes'], read: textOf(500), example: null },
}
export type VehicleImportRow = RowOf<typeof vehicleColumns>
