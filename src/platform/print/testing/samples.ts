import { crc32, deflateSync } from 'node:zlib'
import { lineAmount } from '#kernel/money.ts'
import type { Language } from '#kernel/texts.ts'
import type { AuthorisedLabour, AuthorisedPart, DocumentData, DocumentKind } from '../documents.ts'

/** A complete, ordinary example of each document, of no real person, car or store. */
export function sampleOf<Kind extends DocumentKind>(kind: Kind, language: Language): DocumentData[Kind] {
  return samples(language === 'zh-CN' ? (zh) => zh : (_zh, en) => en)[kind]
}

type Say = (zh: string, en: string) => string

const samples = (say: Say): DocumentData => ({
  quote: quote(say),
  'work-authorisation': workAuthorisation(say),
  'picking-list': pickingList(say),
  'settlement-statement': settlementStatement(say),
  'reminder-card': reminderCard(say),
  'part-label': partLabel(say),
  'completion-certificate': completionCertificate(say),
  'courtesy-agreement': courtesyAgreement(say),
  'quality-sheet': qualitySheet(say),
  'reception-sheet': receptionSheet(say),
  'added-work-confirmation': addedWorkConfirmation(say),
  'return-slip': returnSlip(say),
  'monthly-statement': monthlyStatement(say),
  'count-sheet': countSheet(say),
  'manager-week': managersWeek(say),
  'meeting-minutes': meetingMinutes(say),
  'scrap-application': scrapApplication(say),
  'supplier-return-slip': supplierReturnSlip(say),
  iou: iou(say),
  'payment-request': paymentRequest(say),
  'packing-list': packingList(say),
  'goods-receipt': goodsReceipt(say),
  'labels': labelSheet(say),
})

const letterhead = (say: Say) => ({
  store: {
    name: say('滨江云岭汽车销售服务有限公司', 'Riverside Yunling Motors'),
    address: say('滨江市高新区梧桐大道 188 号', '188 Wutong Avenue, Hi-tech Zone, Binjiang'), phone: '0571-8000 1234',
  },
  documentDate: '2026-04-12',
})

const car = (say: Say) => ({ plate: say('浙A·D12345', 'ZA·D12345'), vin: 'LYZAC7A26R1000123', model: say('云岭 星途 1.5T 豪华型', 'Yunling Xingtu 1.5T Luxury') })
const customer = (say: Say) => say('自费', 'Customer')
const warranty = (say: Say) => say('索赔', 'Warranty')

const labourLines = (say: Say): AuthorisedLabour[] => [
  { code: 'BY-05000', name: say('5000 公里定期保养', 'Regular service, 5,000 km'), payer: customer(say), price: { hours: 1_200, rate: 20_000, amount: 24_000 } },
  { code: 'ZD-02110', name: say('前制动片更换', 'Replace front brake pads'), payer: customer(say), price: { hours: 1_500, rate: 20_000, amount: 30_000 } },
  { code: 'DQ-07731', name: say('左前门玻璃升降器更换', 'Replace window regulator, front left'), payer: warranty(say), price: { hours: 800, rate: 16_000, amount: 12_800 } },
  { code: 'JC-00001', name: say('底盘异响检测', 'Find the noise under the car'), payer: customer(say), price: null },
]

const partLine = (number: string, name: string, quantity: number, unit: string, price: number, payer: string): AuthorisedPart =>
  ({ number, name, quantity, unit, price, amount: lineAmount(price, quantity), payer })

const partLines = (say: Say): AuthorisedPart[] => [
  partLine('15400-RTA-003', say('机油滤清器', 'Oil filter'), 1_000, say('个', 'pc'), 4_850, customer(say)),
  partLine('08798-9036-SN', say('全合成机油 0W-20', 'Engine oil 0W-20, synthetic'), 4_200, say('升', 'l'), 9_800, customer(say)),
  partLine('94109-14000', say('放油螺塞垫片', 'Drain plug washer'), 1_000, say('个', 'pc'), 600, customer(say)),
  partLine('45022-T9A-H01', say('前制动片组件', 'Brake pad set, front'), 1_000, say('套', 'set'), 48_600, customer(say)),
  partLine('72250-TLA-A02', say('左前门玻璃升降器总成', 'Window regulator, front left'), 1_000, say('个', 'pc'), 63_900, warranty(say)),
]

const terms = (say: Say): string => say(
  '1. 本委托书所列费用为预估，增加项目或费用须经客户同意后方可施工，最终以结算单为准。\n2. 车内贵重物品请客户自行取走保管；未声明留存的物品，本店不承担保管责任。\n3. 维修质量保证期自竣工出厂之日起计算：小修、专项修理为 2000 公里或 10 日，以先到者为准；本店承诺更长的，从其承诺。\n4. 更换下的旧件，客户选择带走的随车交还；选择不带走的由本店处理，索赔件归还厂家。\n5. 客户同意本店为完成维修、回访及法定档案上传之目的处理本单所载个人信息。',
  '1. The amounts are an estimate. Work or cost is added only with the customer’s consent; the settlement statement is final.\n2. Please take valuables with you; the store is not liable for things that were not declared.\n3. Repairs are guaranteed from the day the car leaves: minor and special repairs 2,000 km or 10 days, whichever comes first, unless the store promises more.\n4. Old parts go back with the car if the customer takes them; otherwise the store disposes of them, and warranty parts return to the maker.\n5. The customer agrees that the data on this sheet is used for the repair, the follow-up and the records required by law.')

function workAuthorisation(say: Say): DocumentData['work-authorisation'] {
  return {
    ...letterhead(say), number: 'RO-BJ1-260412-0007', version: 2, printedAt: '2026-04-12 09:41', advisor: say('林晓', 'Lin Xiao'), owner: say('周文彬', 'Zhou Wenbin'),
    sender: say('周敏', 'Zhou Min'), phone: '138 0000 5678', car: car(say), mileageKm: 34_567, fuel: '3/8', arrivedAt: '2026-04-12 09:05', promisedAt: '2026-04-12 15:30',
    customerWords: say('早上冷车起步时底盘有“咯噔”声，过减速带更明显，约一周；左前门玻璃升到一半会卡住。顺便做保养。',
      'A knocking under the car when pulling away cold, worse over bumps, for about a week. The front left window sticks half way. Please do the service too.'),
    labour: labourLines(say), parts: partLines(say),
    totals: [{ payer: customer(say), labour: 54_000, parts: 95_210, total: 149_210 }, { payer: warranty(say), labour: 12_800, parts: 63_900, total: 76_700 }], total: 225_910,
    choices: { takesOldParts: false, freeWash: true, roadTest: true, waits: false, deliveryWay: say('到店自取', 'Fetched at the store') },
    terms: terms(say), signature: { image: signaturePng(), signedAt: '2026-04-12 09:43' }, pickUpCode: '7K3M9Q',
  }
}

function quote(say: Say): DocumentData['quote'] {
  const { labour, parts, totals, total, customerWords, advisor, owner, phone, terms: conditions } = workAuthorisation(say)
  return { ...letterhead(say), number: 'RO-BJ1-260412-0009', printedAt: '2026-04-12 10:11', advisor, customer: owner, phone, car: car(say), customerWords, validUntil: '2026-04-27', labour, parts, totals, total, terms: conditions }
}

function completionCertificate(say: Say): DocumentData['completion-certificate'] {
  const { owner, arrivedAt, mileageKm } = workAuthorisation(say)
  return {
    ...letterhead(say), number: 'CC-BJ1-260412-0002', printedAt: '2026-04-12 15:10', owner, car: car(say), engineNumber: 'YL15T-204417', orderNumber: 'RO-BJ1-260412-0007', arrivedAt, issuedAt: '2026-04-12 15:05', mileageKm,
    repairKind: say('二级维护', 'Second-level maintenance'), guaranteeKm: 5_000, guaranteeDays: 30, inspector: say('孙立', 'Sun Li'), voided: null,
    words: say('该车按规定项目维修，经检验合格，准予出厂。', 'The vehicle was repaired as ordered, has passed the inspection and may leave the shop.'),
  }
}

function courtesyAgreement(say: Say): DocumentData['courtesy-agreement'] {
  return {
    ...letterhead(say), number: 'CL-BJ1-260412-0001', printedAt: '2026-04-12 10:05', customer: say('周文彬', 'Zhou Wenbin'), phone: '13800005678', driver: say('周敏', 'Zhou Min'), licence: '**************1234', car: car(say),
    outAt: '2026-04-12 10:02', untilAt: '2026-04-12 17:30', kmOut: 12_340, fuelOut: '6/8', marks: say('前保险杠 · 划痕', 'Front bumper · scratch'), advisor: say('林晓', 'Lin Xiao'),
    back: { at: '2026-04-12 17:10', km: 12_401, fuel: '5/8', damage: say('右后门新增凹陷', 'New dent, right rear door'), fees: say('补油 60 元由客户承担', 'Refuelling, 60 yuan, paid by the customer') },
    terms: terms(say), signature: { image: signaturePng(), signedAt: '2026-04-12 10:02' },
  }
}

function qualitySheet(say: Say): DocumentData['quality-sheet'] {
  const { advisor, arrivedAt, mileageKm } = workAuthorisation(say)
  const look = { job: say('更换轮毂轴承', 'Replace wheel bearing'), technician: say('郑刚', 'Zheng Gang') }
  const measured = say('轮毂螺母扭矩 201.5 N·m（180–220 N·m）', 'Hub nut torque 201.5 N·m (180–220 N·m)')
  return {
    ...letterhead(say), number: 'RO-BJ1-260412-0007', printedAt: '2026-04-12 15:10', advisor, car: car(say), mileageKm, arrivedAt,
    checks: [
      { ...look, level: say('自检', 'Self-check'), checker: look.technician, at: '2026-04-12 13:20', result: say('合格', 'Passed'), findings: measured },
      { ...look, level: say('班组检验', 'Team check'), checker: say('王师傅', 'Wang Wei'), at: '2026-04-12 13:40', result: say('返工', 'Rework'), findings: say('扭矩复测不足', 'Torque too low when measured again') },
    ],
    inspections: [{ at: '2026-04-12 15:05', inspector: say('孙立', 'Sun Li'), result: say('合格', 'Passed'), cleanliness: 'A', roadTest: '6 km', reason: '', points: [{ name: say('无渗漏', 'No leaks'), verdict: say('合格', 'Good') }] }],
  }
}

function receptionSheet(say: Say): DocumentData['reception-sheet'] {
  const { number, printedAt, advisor, owner, sender, phone, mileageKm, fuel, arrivedAt, customerWords, signature } = workAuthorisation(say)
  const check = (...names: readonly string[]) => names.map((name, at) => ({ name, good: at !== 1 }))
  return {
    ...letterhead(say), number, printedAt, advisor, owner, sender, phone, car: car(say), mileageKm, fuel, arrivedAt, customerWords, signature, unsignedReason: '', purpose: say('保养', 'Maintenance'), insurer: say('浦江财险', 'Pujiang Insurance'),
    receivedAt: '2026-04-12 09:20', faultWhen: say('低速过减速带', 'At low speed'), faultWhere: say('左前底盘', 'Front left'), frequency: say('每次', 'Every time'), grade: say('B 简单检查', 'B short look'),
    marks: [{ panel: say('左前门', 'Front left door'), damage: say('划痕', 'Scratch'), note: say('长约 12 厘米', 'About 12 cm') }],
    interior: check(say('仪表报警灯', 'Warning lamps'), say('空调', 'Air conditioning')), luggage: check(say('备胎', 'Spare wheel'), say('千斤顶', 'Jack')), covers: check(say('座椅套', 'Seat cover')),
    tyres: say('前轮 4 毫米', 'Front 4 mm'), valuables: say('无', 'None'), keyTag: '17', waits: true, notes: '',
  }
}

function addedWorkConfirmation(say: Say): DocumentData['added-work-confirmation'] {
  const { printedAt, advisor, owner, phone, promisedAt, labour, parts, signature } = workAuthorisation(say)
  return {
    ...letterhead(say), number: 'RO-BJ1-260412-0007-A1', orderNumber: 'RO-BJ1-260412-0007', printedAt, advisor, owner, car: car(say), findings: say('前制动片剩 2 毫米', 'Front pads at 2 mm'), urgency: say('安全', 'Safety'),
    foundAt: '2026-04-12 11:02', foundBy: say('郑刚', 'Zheng Gang'), labour: labour.slice(1, 2), parts: parts.slice(3, 4), totals: [{ payer: customer(say), labour: 30_000, parts: 48_600, total: 78_600 }], total: 78_600,
    answer: { agreed: true, at: '2026-04-12 11:20', way: say('手机链接', 'By link'), customer: owner, phone, words: say('旧件请保留', 'Keep the old parts'), recordedBy: advisor }, promisedAt, signature,
  }
}

function returnSlip(say: Say): DocumentData['return-slip'] {
  const { advisor, plate, issuer } = pickingList(say)
  return {
    ...letterhead(say), number: 'RO-BJ1-260412-0007', orderNumber: 'RO-BJ1-260412-0007', printedAt: '2026-04-12 14:00', plate, advisor,
    lines: partLines(say).slice(0, 2).map(({ number, name, unit, quantity }, at) => ({
      document: `PR-BJ1-260412-000${String(at + 1)}`, at: '2026-04-12 13:40', partNumber: number, name, unit, quantity, bin: 'A-01-03', reason: say('多领', 'Too many'), takenBy: issuer,
    })),
  }
}

function packingList(say: Say): DocumentData['packing-list'] {
  return {
    ...letterhead(say), title: null, receiverLabel: say('客户', 'Customer'), number: 'CS-BJ1-260412-0001', printedAt: '2026-04-12 10:30', kind: say('配件销售', 'Sales'), receiver: say('周敏 13800005678', 'Zhou Min 13800005678'), issuer: say('何静', 'He Jing'), reference: '',
    shipment: say('发运 · 顺丰 · SF100200300', 'Sent · SF · SF100200300'), allowance: 1_000, total: 49_600,
    lines: partLines(say).slice(0, 1).map(({ number, name, unit, quantity }) => ({ bin: 'A-01-03', partNumber: number, name, unit, asked: quantity, issued: quantity, amount: 50_600 })),
  }
}

function goodsReceipt(say: Say): DocumentData['goods-receipt'] {
  return {
    ...letterhead(say), number: 'GR-BJ1-260412-0001', printedAt: '2026-04-12 15:10', supplier: say('东城汽配', 'East City Parts'), orderNumber: 'PO-BJ1-260410-0001', deliveryNote: 'SH-778', waybill: say('YD-9001 · 司机 段师傅', 'YD-9001 · driver Duan'),
    checkedBy: say('何静 2026-04-12 14:20', 'He Jing 2026-04-12 14:20'), postedBy: say('周敏 2026-04-12 15:05', 'Zhou Min 2026-04-12 15:05'), total: 128_050,
    lines: partLines(say).slice(0, 1).map(({ number, name, unit, quantity }) => ({ bin: 'A-01-03', partNumber: number, name, unit, noted: quantity + 1_000, booked: quantity, faults: say('破损 1', 'Damaged 1'), amount: 128_050 })),
  }
}

function countSheet(say: Say): DocumentData['count-sheet'] {
  return {
    ...letterhead(say), number: 'SC-BJ1-260412-0001', printedAt: '2026-04-12 17:30', kind: say('全盘', 'Full count'), agreed: say('周会计', 'Zhou'), issuer: say('何静', 'He Jing'),
    lines: partLines(say).map(({ number, name, unit, quantity }, at) => ({ bin: 'A-01-03', partNumber: number, name, unit, expected: at === 0 ? quantity : null, counted: at === 0 ? quantity - 1_000 : null, difference: at === 0 ? -1_000 : null })),
  }
}

/** As full as the page may be. */
function managersWeek(say: Say): DocumentData['manager-week'] {
  const times = <Line>(count: number, line: Line): Line[] => Array.from({ length: count }, () => line)
  const long = say('MTL-1.1 下班前清点工具设备，缺失次日上报，故障能修即修、不能即报', 'MTL-1.1 Before leaving count tools and equipment; missing tools reported next day; faults mended or reported at once')
  return {
    ...letterhead(say), number: 'WK-BJ1-260330', week: '2026-03-30 – 2026-04-05', printedAt: '2026-04-12 08:00', manager: say('王敏', 'Wang Min'), done: 48, late: 4, missed: 3, excused: 1, rate: '87.3 %', debt: 2, owedInAll: 21, peopleInAll: 30,
    people: [{ name: say('林晓', 'Lin Xiao'), position: 'SAD', done: 20, late: 2, missed: 1, excused: 1, rate: '87.0 %' }, { name: say('何静', 'He Jing'), position: 'WHK', done: 28, late: 2, missed: 2, excused: 0, rate: '87.5 %' }, ...times(8, { name: say('顾芳', 'Gu Fang'), position: say('前台主管', 'Front-desk supervisor'), done: 8, late: 1, missed: 7, excused: 1, rate: '50.0 %' })],
    misses: [{ duty: say('WHK-2.3 当日入库', 'WHK-2.3 Post the day’s receipts'), position: 'WHK', late: 1, missed: 2 }, ...times(4, { duty: long, position: say('机电组长', 'Mechanical team leader'), late: 3, missed: 6 })],
    owed: [{ duty: say('SAD-1.8.3 交车后回访', 'SAD-1.8.3 Follow-up call'), person: say('林晓', 'Lin Xiao'), due: '2026-04-11 17:30', level: 1 }, ...times(4, { duty: long, person: say('林晓', 'Lin Xiao'), due: '2026-04-11 17:30', level: 0 })],
  }
}

function meetingMinutes(say: Say): DocumentData['meeting-minutes'] {
  return {
    ...letterhead(say), number: 'MT-BJ1-260412-0001', printedAt: '2026-04-12 10:05', meeting: say('前台晨会', 'Morning meeting'), heldAt: '2026-04-12 08:40', place: say('前台', 'Front desk'), convenor: say('王敏', 'Wang Min'), issued: say('王敏 2026-04-12 09:10', 'Wang Min 2026-04-12 09:10'),
    minutes: say('昨日接车 12 台，等候偏长。', 'Twelve cars yesterday; waiting was long.'), points: [{ point: say('FDS-2.5 未完成', 'FDS-2.5 missed'), said: say('当班补做', 'Done by the next shift') }],
    decisions: [{ words: say('接车时说明等候时间', 'Say the waiting time at reception'), task: 'TK-BJ1-260412-0003', owner: say('林晓', 'Lin Xiao'), due: '2026-04-26 17:30' }], addenda: [{ words: say('是 11 台', 'It was eleven'), by: say('林晓 2026-04-12 11:00', 'Lin Xiao 2026-04-12 11:00') }],
    people: [{ name: say('王敏', 'Wang Min'), position: say('前台主管', 'Front-desk supervisor'), there: '08:40' }, { name: say('林晓', 'Lin Xiao'), position: say('服务顾问', 'Service advisor'), there: say('请假', 'On leave') }],
  }
}

function scrapApplication(say: Say): DocumentData['scrap-application'] {
  return {
    ...letterhead(say), number: 'SA-BJ1-260412-0001', printedAt: '2026-04-12 17:30', status: say('待总经理签字', 'With the general manager'), applicant: say('何静', 'He Jing'), reason: say('过期', 'Past its date'), document: '', total: 128_050,
    lines: partLines(say).map(({ number, name, unit, quantity }) => ({ partNumber: number, name, unit, bin: 'A-01-03', quantity, cause: say('损坏', 'Damaged'), amount: 25_610 })),
    signatures: [{ step: say('站长核对', 'Station manager checks'), name: say('赵站长', 'Zhao'), at: '2026-04-12 09:20' }, { step: say('财务审批', 'Finance approves'), name: say('周会计', 'Zhou'), at: '2026-04-12 10:40' }, { step: say('总经理签字', 'General manager signs'), name: '', at: '' }],
  }
}

function supplierReturnSlip(say: Say): DocumentData['supplier-return-slip'] {
  return {
    ...letterhead(say), number: 'RT-BJ1-260412-0001', printedAt: '2026-04-12 17:40', status: say('已发出', 'Sent'), supplier: say('东城汽配', 'East City Parts'), about: car(say).plate, agreement: say('方师傅：同意原价退', 'Fang: at the full price'),
    agreedBy: say('何静 2026-04-12 10:05', 'He Jing 2026-04-12 10:05'), document: 'RD-BJ1-260412-0001', waybill: 'SF100200300', sentBy: say('何静 2026-04-12 16:20', 'He Jing 2026-04-12 16:20'), slipBy: say('周会计 2026-04-12 17:10', 'Zhou 2026-04-12 17:10'), total: 128_050,
    lines: partLines(say).map(({ number, name, unit, quantity }) => ({ partNumber: number, name, unit, bin: 'A-01-03', quantity, cause: say('事故车未换', 'Not fitted'), amount: 25_610 })),
  }
}

function iou(say: Say): DocumentData['iou'] {
  return {
    ...letterhead(say), number: 'IO-BJ1-260412-0001', printedAt: '2026-04-12 15:20', status: say('未结清', 'Open'), borrower: say('何静', 'He Jing'), kind: say('提货代收款', 'Pick-up'), purpose: say('提东城汽配到货', 'Goods of East City Parts'),
    shipment: say('PO-BJ1-260412-0001 · 代收 ¥120.00', 'PO-BJ1-260412-0001 · due ¥120.00'), amount: 12_000, drawnAt: '2026-04-12 15:10', cashier: say('钱会', 'Qian Hui'), ended: '',
  }
}

function paymentRequest(say: Say): DocumentData['payment-request'] {
  return {
    ...letterhead(say), number: 'SS-BJ1-260412-0001', printedAt: '2026-04-12 10:40', status: say('待付款', 'To be paid'), supplier: say('东城汽配', 'East City Parts'), month: '2026-03', invoiceNumber: '24312000000077', invoiceDay: '2026-04-11',
    askedBy: say('何静 2026-04-12 09:05', 'He Jing 2026-04-12 09:05'), signedBy: say('周会计 2026-04-12 10:20', 'Zhou 2026-04-12 10:20'), net: 18_032_000, tax: 2_344_160, total: 20_376_160,
    notes: [{ document: 'SH-778', lines: 3, amount: 18_000_000 }, { document: 'SH-779', lines: 1, amount: 32_000 }],
  }
}

function monthlyStatement(say: Say): DocumentData['monthly-statement'] {
  const bill = (at: number, total: number, due: number) => ({ number: `ST-WH1-260412-000${String(at)}`, orderNumber: `RO-WH1-260412-000${String(at)}`, plate: car(say).plate, day: '2026-04-12', dueOn: '2026-05-12', total, due })
  return {
    ...letterhead(say), number: 'MS-BJ1-260430-0001', printedAt: '2026-04-30 17:00', customer: say('滨江物流有限公司', 'Binjiang Logistics'), month: '2026-04', issuedBy: say('周会计', 'Zhou'),
    bills: [bill(5, 145_810, 45_810), bill(6, 220_000, 220_000)], due: 265_810,
  }
}

function pickingList(say: Say): DocumentData['picking-list'] {
  const bins = ['A-01-03', 'B-12-01', 'A-02-15', 'C-05-02', 'D-08-11']
  return {
    ...letterhead(say), number: 'PL-BJ1-260412-0012', orderNumber: 'RO-BJ1-260412-0007', printedAt: '2026-04-12 10:02', plate: car(say).plate, advisor: say('林晓', 'Lin Xiao'),
    receiver: say('郑刚', 'Zheng Gang'), issuer: say('何静', 'He Jing'),
    lines: partLines(say).map(({ number, name, unit, quantity, payer }, at) => ({
      bin: bins[at] ?? '', partNumber: number, name, unit, asked: quantity, issued: at === 4 ? null : quantity, payer, lotDate: at === 4 ? null : `2026-0${String(at % 3 + 1)}-18`,
    })),
  }
}

function settlementStatement(say: Say): DocumentData['settlement-statement'] {
  const payer = customer(say)
  return {
    ...letterhead(say), number: 'ST-BJ1-260412-0005', orderNumber: 'RO-BJ1-260412-0007', printedAt: '2026-04-12 15:20', advisor: say('林晓', 'Lin Xiao'), payer,
    payerName: say('周文彬', 'Zhou Wenbin'), car: car(say), arrivedAt: '2026-04-12 09:05', leavesAt: '2026-04-12 15:40', mileageKm: 34_567,
    labour: labourLines(say).flatMap(({ code, name, payer: pays, price }) => (price === null || pays !== payer ? [] : [{ code, name, ...price }])),
    parts: partLines(say).filter((line) => line.payer === payer).map(({ number, name, quantity, unit, price, amount }) => ({ number, name, quantity, unit, price, amount })),
    discounts: [{ name: say('保养工时九折', 'Service labour, 10 % off'), amount: -2_400 }], allowance: -1_000, allowanceWords: say('等候过久 · 何静批准', 'Waited too long · granted by He Jing'), net: 129_035, taxes: [{ ratePercent: 13, net: 129_035, tax: 16_775 }],
    total: 145_810, payments: [{ way: say('微信', 'WeChat Pay'), receipt: 'RC-BJ1-260412-0003', amount: 100_000 }], paid: 100_000, credit: 45_810, due: 0,
  }
}

const reminderCard = (say: Say): DocumentData['reminder-card'] => ({
  ...letterhead(say), plate: car(say).plate, nextDate: '2026-10-12', nextKm: 39_500, lastDate: '2026-04-12', lastKm: 34_567, oilGrade: say('全合成 0W-20 SP', 'Synthetic 0W-20 SP'),
  advisor: say('林晓', 'Lin Xiao'), advisorPhone: '139 0000 4321',
})

const labelSheet = (say: Say): DocumentData['labels'] => ({
  ...letterhead(say), labels: [
    { code: 'A-01-03', head: 'A-01-03', name: say('常用件区', 'Fast movers'), foot: say('一般配件 · 小件', 'General · small') },
    { code: '01a20a20-a213-7c0f-bb3e-fe7b917f2801', head: '15400-RTA-003', name: say('机油滤清器', 'Oil filter'), foot: 'A-01-03 · 2026-04-12' },
  ],
})

const partLabel = (say: Say): DocumentData['part-label'] => ({
  ...letterhead(say), lotCode: '01a20a20-a213-7c0f-bb3e-fe7b917f2801', partNumber: '15400-RTA-003', name: say('机油滤清器', 'Oil filter'), bin: 'A-01-03', lotDate: '2026-04-12', quantity: 24_000, unit: say('个', 'pc'),
})

/** A stroke on a transparent ground, as a signature pad gives it. */
export function signaturePng(width = 240, height = 80): string {
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let x = 8; x < width - 8; x += 0.05) {
    const y = height / 2 + Math.sin(x / 11) * (height / 3) * Math.cos(x / 70)
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) rows[(Math.floor(y) + dy) * (width * 4 + 1) + 1 + (Math.floor(x) + dx) * 4 + 3] = 255
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
  return `data:image/png;base64,${png.toString('base64')}`
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
