import type { Language } from '../../kernel/texts.ts'

/** What the paper says around the data. Chinese leads; a key that English lacks does not compile. */
const zh = {
  pageOf: '第 {page} 页，共 {pages} 页',
  number: '单号', version: '第 {version} 版', phone: '电话', printedAt: '打印时间', orderNumber: '工单号', advisor: '服务顾问',
  plate: '车牌号', vin: 'VIN', model: '车型', mileage: '进店里程', fuel: '油量', arrivedAt: '进店时间', kilometres: '{km} km',
  line: '序', name: '名称', code: '项目代码', hours: '工时', rate: '工时单价', amount: '金额', payer: '付款方',
  partNumber: '配件编号', quantity: '数量', unit: '单位', price: '单价', total: '合计', labour: '工时费', parts: '配件费',
  labourLines: '维修项目', partLines: '配件', noLines: '无', currency: '金额单位：元（含税）',
  priceFollows: '检测后另行报价', yes: '是', no: '否', date: '日期',
  workAuthorisation: '任务委托书', storeCopy: '门店联', customerCopy: '客户联', owner: '车主', sender: '送修人', promisedAt: '预计交车',
  customerWords: '客户描述', estimate: '费用预估', choices: '客户选择', oldParts: '旧件', oldPartsTaken: '带走', oldPartsLeft: '不带走',
  freeWash: '免费洗车', roadTest: '同意路试', waits: '在店等候', deliveryWay: '交车方式', terms: '约定事项',
  customerSignature: '客户签字', advisorSignature: '服务顾问签字', signedAt: '签字时间', pickUpCode: '取车码',
  pickUpSentence: '请妥善保管本联，凭本联及取车码取车。',
  pickingList: '领料单', bin: '货位', asked: '应领', issued: '实发', lotDate: '批次日期', receiver: '领料人', issuer: '发料人',
  receiverSignature: '领料人签字', issuerSignature: '发料人签字', picked: '核对',
  settlementStatement: '结算单', payerName: '付款单位/人', leavesAt: '出厂时间', arrivedIn: '进厂时间', mileageIn: '进厂里程', discountLines: '优惠', discount: '优惠项目',
  allowance: '整单减免', net: '不含税金额', tax: '税额 {rate}%', taxBase: '（计税 {net}）', totalDue: '应收合计', paid: '已收', credit: '挂账', due: '未收',
  inCapitals: '人民币（大写）', payerSignature: '付款方签字', cashierSignature: '收银员签字',
  reminderCard: '保养提醒', nextService: '下次保养', whicheverFirst: '以先到者为准', lastService: '上次保养', oilGrade: '机油型号', booking: '预约电话',
  lotReceived: '入库', pieces: '数量',
  completionCertificate: '竣工出厂合格证', contractNumber: '合同（工单）号', engineNumber: '发动机号', repairKind: '维修类别', guarantee: '质量保证期', guaranteePeriod: '{km} km 或 {days} 天，以先到者为准', voided: '作废：', inspectorSignature: '质检员签字', shopSeal: '维修企业签章', authorityCopy: '管理部门联',
  qualitySheet: '质检单', qualityLevels: '作业与检验（一级自检、二级班组检验）', qualityFinal: '终检（三级）', qualityJob: '作业', technician: '施工技师', qualityLevel: '级别', checker: '检验人', checkedAt: '时间', checkResult: '结论', findings: '检查项目与实测值', cleanliness: '整洁度', roadTestDone: '路试', reworkReason: '返工原因', technicianSignature: '施工技师签字', leaderSignature: '班组长签字',
  quote: '报价单', customer: '客户', validUntil: '有效期至',
} as const

const en: Record<keyof typeof zh, string> = {
  pageOf: 'Page {page} of {pages}',
  number: 'No.', version: 'Version {version}', phone: 'Phone', printedAt: 'Printed', orderNumber: 'Repair order', advisor: 'Advisor',
  plate: 'Plate', vin: 'VIN', model: 'Model', mileage: 'Mileage', fuel: 'Fuel', arrivedAt: 'Arrived', kilometres: '{km} km',
  line: '#', name: 'Description', code: 'Operation', hours: 'Hours', rate: 'Rate/h', amount: 'Amount', payer: 'Payer',
  partNumber: 'Part no.', quantity: 'Qty', unit: 'Unit', price: 'Price', total: 'Total', labour: 'Labour', parts: 'Parts',
  labourLines: 'Labour', partLines: 'Parts', noLines: 'None', currency: 'Amounts in yuan, tax included',
  priceFollows: 'Price follows diagnosis', yes: 'Yes', no: 'No', date: 'Date',
  workAuthorisation: 'Work Authorisation', storeCopy: 'Store copy', customerCopy: 'Customer copy', owner: 'Owner', sender: 'Brought by', promisedAt: 'Promised',
  customerWords: 'Customer says', estimate: 'Estimate', choices: 'Customer’s choices', oldParts: 'Old parts', oldPartsTaken: 'Taken', oldPartsLeft: 'Left',
  freeWash: 'Free wash', roadTest: 'Road test agreed', waits: 'Waits at the store', deliveryWay: 'Delivery', terms: 'Terms',
  customerSignature: 'Customer’s signature', advisorSignature: 'Advisor’s signature', signedAt: 'Signed', pickUpCode: 'Pick-up code',
  pickUpSentence: 'Please keep this copy. The car is handed over against it and this code.',
  pickingList: 'Picking List', bin: 'Bin', asked: 'Asked', issued: 'Issued', lotDate: 'Lot date', receiver: 'Receiver', issuer: 'Issuer',
  receiverSignature: 'Received by', issuerSignature: 'Issued by', picked: 'Check',
  settlementStatement: 'Settlement Statement', payerName: 'Billed to', leavesAt: 'Out', arrivedIn: 'In', mileageIn: 'Mileage in', discountLines: 'Discounts', discount: 'Discount',
  allowance: 'Allowance', net: 'Net of tax', tax: 'VAT {rate}%', taxBase: ' on {net}', totalDue: 'Total', paid: 'Paid', credit: 'On credit', due: 'Due',
  inCapitals: '', payerSignature: 'Payer’s signature', cashierSignature: 'Cashier’s signature',
  reminderCard: 'Service Reminder', nextService: 'Next service', whicheverFirst: 'whichever comes first', lastService: 'Last service', oilGrade: 'Oil', booking: 'Book a visit',
  lotReceived: 'Lot', pieces: 'Qty',
  completionCertificate: 'Completion Certificate', contractNumber: 'Repair order', engineNumber: 'Engine no.', repairKind: 'Kind of repair', guarantee: 'Guarantee', guaranteePeriod: '{km} km or {days} days, whichever ends first', voided: 'Void:', inspectorSignature: 'Inspector’s signature', shopSeal: 'Seal of the shop', authorityCopy: 'Authority’s copy',
  qualitySheet: 'Quality Sheet', qualityLevels: 'Work and checks (level 1 self, level 2 team)', qualityFinal: 'Final inspection (level 3)', qualityJob: 'Job', technician: 'Technician', qualityLevel: 'Level', checker: 'Checked by', checkedAt: 'When', checkResult: 'Result', findings: 'Points and measured values', cleanliness: 'Cleanliness', roadTestDone: 'Road test', reworkReason: 'Reason for the rework', technicianSignature: 'Technician’s signature', leaderSignature: 'Team leader’s signature',
  quote: 'Quote', customer: 'Customer', validUntil: 'Valid until',
}

export const labelsOf = (language: Language): Readonly<Record<keyof typeof zh, string>> => (language === 'zh-CN' ? zh : en)
