import { afterAll, expect, test } from 'vitest'
import { languages, type Language } from '../../kernel/texts.ts'
import { documentKinds, type DocumentData, type DocumentKind } from './documents.ts'
import { closePrinter, printDocument } from './print.ts'
import { paperOf, solid, textOf } from './testing/read-pdf.ts'
import { sampleOf, signaturePng } from './testing/samples.ts'

afterAll(closePrinter)

const times = (text: string, part: string): number => text.split(part).length - 1

type Expected = { readonly pages: number; readonly widthMm: number; readonly heightMm: number; readonly facts: Readonly<Record<Language, readonly string[]>> }

const expected: Readonly<Record<DocumentKind, Expected>> = {
  quote: { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['报价单', 'RO-BJ1-260412-0009', '周文彬', '浙A·D12345', '2026-04-27', '15400-RTA-003', '411.60', '检测后另行报价', '1,492.10', '2,259.10', '有效期至'],
    en: ['Quote', 'Validuntil', '2026-04-27', 'ZhouWenbin', 'Pricefollowsdiagnosis', '2,259.10'] } },
  'work-authorisation': { pages: 2, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['任务委托书', '滨江云岭汽车销售服务有限公司', '0571-80001234', 'RO-BJ1-260412-0007', '第2版', '2026-04-1209:41', '周文彬', '周敏', '13800005678', '浙A·D12345', 'LYZAC7A26R1000123',
      '34,567km', '3/8', '过减速带更明显', 'BY-05000', '240.00', '检测后另行报价', '15400-RTA-003', '4.2升', '411.60', '1,492.10', '767.00', '2,259.10', '不带走', '2026-04-1215:30', '以先到者为准',
      '签字时间2026-04-1209:43', '林晓', '门店联', '客户联', '7K3M9Q', '凭本联及取车码取车', '第1页，共1页'],
    en: ['WorkAuthorisation', 'RiversideYunlingMotors', 'Version2', 'ZhouWenbin', 'ZhouMin', 'Aknockingunderthecar', 'Pricefollowsdiagnosis', '2,259.10', 'Storecopy', 'Customercopy', '7K3M9Q', 'handedoveragainstit', 'Page1of1'] } },
  'picking-list': { pages: 1, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['领料单', 'PL-BJ1-260412-0012', 'RO-BJ1-260412-0007', '浙A·D12345', '林晓', '郑刚', '何静', 'A-01-03', '45022-T9A-H01', '前制动片组件', '套', '4.2', '索赔', '2026-02-18', '领料人签字'],
    en: ['PickingList', 'ZhengGang', 'HeJing', 'Brakepadset,front', 'Warranty', 'Receivedby'] } },
  'settlement-statement': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['结算单', 'ST-BJ1-260412-0005', '自费', '周文彬', '2026-04-1215:40', '34,567km', '411.60', '保养工时九折', '-24.00', '-10.00', '1,290.35', '税额13%', '167.75', '1,458.10', '1,000.00', '458.10', '0.00',
      '壹仟肆佰伍拾捌元壹角整', '等候过久·何静批准', '微信RC-BJ1-260412-00031,000.00', '收银员签字'],
    en: ['SettlementStatement', 'Servicelabour,10%off', 'VAT13%on1,290.35', '1,458.10', 'Oncredit458.10', 'grantedbyHeJing', 'WeChatPayRC-BJ1-260412-00031,000.00', 'Cashier’ssignature'] } },
  'reminder-card': { pages: 1, widthMm: 70, heightMm: 50, facts: {
    'zh-CN': ['保养提醒', '浙A·D12345', '2026-10-12', '39,500km', '2026-04-12·34,567km', '全合成0W-20SP', '林晓', '13900004321', '0571-80001234', '滨江云岭汽车销售服务有限公司'],
    en: ['ServiceReminder', '2026-10-12', '39,500km', 'Synthetic0W-20SP', 'LinXiao'] } },
  'part-label': { pages: 1, widthMm: 60, heightMm: 40, facts: {
    'zh-CN': ['机油滤清器', '15400-RTA-003', 'A-01-03', '2026-04-12', '24个'],
    en: ['Oilfilter', '15400-RTA-003', 'A-01-03', '2026-04-12', '24pc'] } },
  'completion-certificate': { pages: 3, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['竣工出厂合格证', 'CC-BJ1-260412-0002', 'RO-BJ1-260412-0007', '浙A·D12345', 'LYZAC7A26R1000123', 'YL15T-204417', '34,567km', '二级维护', '5,000km或30天', '准予出厂', '孙立', '客户联', '门店联', '管理部门联'],
    en: ['CompletionCertificate', 'Second-levelmaintenance', '5,000kmor30days', 'SunLi', 'Customercopy', 'Storecopy', 'Authority’scopy'] } },
  'courtesy-agreement': { pages: 2, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['代步车借用协议', 'CL-BJ1-260412-0001', '周敏', '**************1234', '浙A·D12345', '12,340km', '6/8', '划痕', '2026-04-1217:30', '12,401km', '右后门新增凹陷', '补油60元', '门店联', '客户联'],
    en: ['CourtesyCarAgreement', 'ZhouMin', 'Frontbumper', 'Newdent', 'Dueback2026-04-1217:30', 'Storecopy', 'Customercopy'] } },
  'quality-sheet': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['质检单', 'RO-BJ1-260412-0007', '浙A·D12345', '34,567km', '更换轮毂轴承', '郑刚', '自检', '201.5N·m', '180–220N·m', '班组检验', '扭矩复测不足', '终检', '孙立', '6km', '无渗漏', '施工技师签字', '班组长签字', '质检员签字'],
    en: ['QualitySheet', 'Replacewheelbearing', 'Self-check', 'Teamcheck', 'Torquetoolow', 'SunLi', 'Noleaks', 'Teamleader’ssignature'] } },
  'reception-sheet': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['接车问诊单', 'RO-BJ1-260412-0007', '浙A·D12345', '34,567km', '3/8', '低速过减速带', '左前门', '划痕', '长约12厘米', '空调', '备胎', '座椅套', '前轮4毫米', '签字时间'],
    en: ['ReceptionSheet', 'Frontleftdoor', 'Scratch', 'Airconditioning', 'Takenover2026-04-1209:20'] } },
  'added-work-confirmation': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['增项确认单', 'RO-BJ1-260412-0007-A1', '前制动片剩2毫米', '郑刚', '300.00', '486.00', '786.00', '同意', '手机链接', '旧件请保留', '2026-04-1211:20', '签字时间'],
    en: ['AddedWork', 'Frontpadsat2mm', '786.00', 'Bylink', 'Keeptheoldparts'] } },
  'return-slip': { pages: 1, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['退料单', 'PR-BJ1-260412-0001', '浙A·D12345', '15400-RTA-003', '4.2', 'A-01-03', '多领', '何静', '收料人签字'],
    en: ['ReturnSlip', 'Oilfilter', 'Toomany', 'HeJing'] } },
  'count-sheet': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['盘点表', 'SC-BJ1-260412-0001', 'A-01-03', '15400-RTA-003', '-1', '周会计', '复盘人签字'],
    en: ['CountSheet', 'Oilfilter', 'Zhou', 'Recountedby'] } },
  'manager-week': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['周二一页纸', '2026-03-30–2026-04-05', '王敏', '87.3%', '督导欠账', '林晓', 'WHK-2.3当日入库', '交车后回访', '2026-04-1117:30', '会议记录'],
    en: ['TheWeekonOnePage', 'WangMin', 'Supervisiondebt', 'Whatrecurs', 'Follow-upcall', 'Notesofthemeeting'] } },
  'meeting-minutes': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['会议纪要', 'MT-BJ1-260412-0001', '前台晨会', '昨日接车12台', '当班补做', 'TK-BJ1-260412-0003', '是11台', '请假', '召集人'],
    en: ['MinutesofaMeeting', 'Twelvecarsyesterday', 'Saythewaitingtime', 'Onleave', 'Convenor'] } },
  'scrap-application': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['报废申请单', 'SA-BJ1-260412-0001', 'A-01-03', '15400-RTA-003', '256.10', '1,280.50', '站长核对', '赵站长', '总经理签字'],
    en: ['ScrapApplication', 'Oilfilter', 'Damaged', 'Generalmanagersigns'] } },
  'supplier-return-slip': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['供应商退货单', 'RT-BJ1-260412-0001', '东城汽配', '方师傅', 'RD-BJ1-260412-0001', '15400-RTA-003', '事故车未换', '1,280.50', '周会计', '财务签收'],
    en: ['SupplierReturnSlip', 'EastCityParts', 'Oilfilter', 'Notfitted', 'Takenbyfinance'] } },
  iou: { pages: 1, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['借条', 'IO-BJ1-260412-0001', '何静', '提货代收款', '代收¥120.00', '¥120.00', '壹佰贰拾元整', '钱会', '借款人签字', '收银员签字'],
    en: ['IOU', 'HeJing', '¥120.00', 'due¥120.00', 'handedbacktome', 'Borrower’ssignature'] } },
  'payment-request': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['付款申请单', 'SS-BJ1-260412-0001', '东城汽配', '2026-03', '24312000000077', 'SH-778', '180,000.00', '180,320.00', '23,441.60', '203,761.60', '贰拾万叁仟柒佰陆拾壹元陆角整', '周会计', '财务经理签字'],
    en: ['PaymentRequest', 'EastCityParts', '203,761.60', 'Financemanager'] } },
  'goods-receipt': { pages: 1, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['入库单', 'GR-BJ1-260412-0001', '东城汽配', 'SH-778', 'YD-9001', 'A-01-03', '15400-RTA-003', '破损', '1,280.50', '验收人签字', '主管签字'],
    en: ['GoodsReceipt', 'EastCityParts', 'Oilfilter', 'Damaged', 'Checkedby'] } },
  'packing-list': { pages: 1, widthMm: 210, heightMm: 148, facts: {
    'zh-CN': ['装箱单', 'CS-BJ1-260412-0001', '周敏', 'SF100200300', 'A-01-03', '506.00', '-10.00', '496.00', '打包人签字', '收货人签字'],
    en: ['PackingList', 'ZhouMin', 'SF100200300', '496.00', 'Packedby'] } },
  labels: { pages: 2, widthMm: 60, heightMm: 40, facts: {
    'zh-CN': ['A-01-03', '常用件区', '一般配件', '15400-RTA-003', '机油滤清器', '2026-04-12'],
    en: ['A-01-03', 'Fastmovers', 'Oilfilter'] } },
  'monthly-statement': { pages: 1, widthMm: 210, heightMm: 297, facts: {
    'zh-CN': ['月结对账单', 'MS-BJ1-260430-0001', '滨江物流有限公司', '2026-04', '1,458.10', '458.10', '2,658.10', '贰仟陆佰伍拾捌元壹角整', '客户签章'],
    en: ['MonthlyStatement', 'BinjiangLogistics', '2,658.10', 'Customer’sseal'] } },
}

/** Too small for long texts: they are cut, and the paper keeps its size. */
const isSmall = (kind: DocumentKind): boolean => kind === 'reminder-card' || kind === 'part-label' || kind === 'labels'

const every = documentKinds.flatMap((kind) => languages.map((language) => [kind, language] as const))

test.each(every)('%s in %s holds its facts on paper of the right size', async (kind, language) => {
  const pdf = await printDocument(kind, language, sampleOf(kind, language))
  const { facts, ...paper } = expected[kind]
  expect(paperOf(pdf)).toMatchObject(paper)
  const text = solid(textOf(pdf))
  expect(facts[language].filter((fact) => !text.includes(fact))).toEqual([])
})

test.each(every)('%s in %s breaks no day and no number of a document in two', async (kind, language) => {
  const sample = sampleOf(kind, language)
  const text = textOf(await printDocument(kind, language, sample))
  const whole = [...new Set(JSON.stringify(sample).match(/20\d\d-\d\d-\d\d|[A-Z]{2}-[A-Z]{2}\d-\d{6}-\d{4}/gu))].filter((one) => text.includes(one.slice(0, 8)))
  expect(whole.filter((one) => !text.includes(one))).toEqual([])
})

test.each(every)('%s in %s is the same to the byte when printed again, and dated by its data', async (kind, language) => {
  const first = await printDocument(kind, language, sampleOf(kind, language))
  await printDocument('part-label', 'en', { ...sampleOf('part-label', 'en'), name: 'Something else in between' })
  expect(Buffer.compare(first, await printDocument(kind, language, sampleOf(kind, language)))).toBe(0)
  expect(paperOf(first).created).toContain('Apr 12 00:00:00 2026')
})

test.each(languages)('a long order flows over pages that repeat the titles and are counted per copy (%s)', async (language) => {
  const order = sampleOf('work-authorisation', language)
  const parts = Array.from({ length: 60 }, (_, at) => ({ ...(order.parts[at % 5] ?? fail()), number: `PN-${String(at + 1).padStart(5, '0')}` }))
  const pdf = await printDocument('work-authorisation', language, { ...order, parts })
  const pages = textOf(pdf).split('\f').map(solid).filter((page) => page !== '')
  expect(pages).toHaveLength(4)
  expect(paperOf(pdf).pages).toBe(4)
  for (const page of pages) expect(page).toContain('RO-BJ1-260412-0007')
  const title = language === 'zh-CN' ? '配件编号' : 'Partno.'
  expect(pages.map((page) => times(page, title))).toEqual([1, 1, 1, 1])
  expect(pages.map((page) => (language === 'zh-CN' ? /第(\d)页，共(\d)页/ : /Page(\d)of(\d)/).exec(page)?.slice(1).join('/'))).toEqual(['1/2', '2/2', '1/2', '2/2'])
  for (const { number } of parts) expect(times(pages.join(''), number)).toBe(2)
})

test('long picking lists and statements flow too', async () => {
  const list = sampleOf('picking-list', 'zh-CN')
  const picking = await printDocument('picking-list', 'zh-CN', { ...list, lines: Array.from({ length: 60 }, (_, at) => list.lines[at % 5] ?? fail()) })
  expect(times(textOf(picking), '配件编号')).toBe(paperOf(picking).pages)
  const statement = sampleOf('settlement-statement', 'zh-CN')
  const settled = await printDocument('settlement-statement', 'zh-CN', { ...statement, parts: Array.from({ length: 60 }, (_, at) => statement.parts[at % 4] ?? fail()) })
  expect(paperOf(settled).pages).toBe(2)
  expect(times(solid(textOf(settled)), '壹仟肆佰伍拾捌元壹角整')).toBe(1)
})

const fail = (): never => { throw new Error('the sample has too few lines') }

const hostile = '#import "frame.typ": * #panic() $x^2$ \\ \\u{41} *b* _i_ `r` <last> @ref [x] {y} ]] }} // c /* d */ "q" \'s\' & <svg/> %s ${z} {page} --- ~'
const unbroken = 'W'.repeat(4_000)
/** The longest text a field lets in, in all fields at once. */
const longest = 1_000

/** Every text of a document replaced, whatever its depth; what is a date, a picture or a code keeps its form. */
function withTexts<Kind extends DocumentKind>(data: DocumentData[Kind], ...texts: readonly string[]): DocumentData[Kind] {
  let turn = 0
  const replace = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string') return ['documentDate', 'image'].includes(name) ? value : texts[turn++ % texts.length]
    if (Array.isArray(value)) return value.map((item) => replace(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner, key)]))
  }
  return replace(data) as DocumentData[Kind]
}

test.each(documentKinds)('%s prints hostile text as text', async (kind) => {
  for (const language of languages) {
    const pdf = await printDocument(kind, language, withTexts(sampleOf(kind, language), hostile))
    const { pages, widthMm, heightMm } = expected[kind]
    expect(paperOf(pdf)).toMatchObject(isSmall(kind) ? { pages, widthMm, heightMm } : { widthMm, heightMm })
    const words = isSmall(kind) ? '#import"frame.typ"' : hostile
    expect(solid(textOf(pdf))).toContain(solid(words))
  }
})

test.each(documentKinds)('%s survives text that never ends, emoji, right-to-left, half characters, control characters and none at all', async (kind) => {
  for (const text of ['W'.repeat(longest), '国'.repeat(longest), '🚗🔧 مرحبا بالعالم שלום', 'x\ud83d', '\u0001\u202e\r\n\t\u2028']) {
    const pdf = await printDocument(kind, 'zh-CN', withTexts(sampleOf(kind, 'zh-CN'), text))
    const { pages, widthMm, heightMm } = expected[kind]
    expect(paperOf(pdf)).toMatchObject(isSmall(kind) ? { pages, widthMm, heightMm } : { widthMm, heightMm })
  }
})

test.each(documentKinds)('%s: writing that one field turns and never turns back is no fault of the next', async (kind) => {
  const [turned, cut, plain] = ['\u202e\u2066)8(yranaC\u2069😀𠮷', '\u202e\u2066)8(yranaC', '<b>粗体</b>&lt;i&gt;{{7*7}}${7*7}#eval("1")']
  const pdf = await printDocument(kind, 'zh-CN', withTexts(sampleOf(kind, 'zh-CN'), '@SUM(1+1)*cmd|', turned, plain, cut, plain))
  expect(solid(textOf(pdf))).toContain(isSmall(kind) ? '' : solid(plain))
})

test('a text of 4,000 characters without a space is printed to its last character', async () => {
  const pdf = await printDocument('work-authorisation', 'en', { ...sampleOf('work-authorisation', 'en'), customerWords: `${unbroken}END` })
  expect(times(solid(textOf(pdf)), 'WWWEND')).toBe(2)
  expect(times(solid(textOf(pdf)), 'W')).toBeGreaterThanOrEqual(8_000)
})

test('the greatest amounts and quantities are printed whole', async () => {
  const most = Number.MAX_SAFE_INTEGER
  const order = sampleOf('work-authorisation', 'zh-CN')
  const parts = order.parts.map((line) => ({ ...line, quantity: most, price: -most, amount: most }))
  const text = solid(textOf(await printDocument('work-authorisation', 'zh-CN', { ...order, mileageKm: most, parts })))
  for (const figure of ['9,007,199,254,740.991', '-90,071,992,547,409.91', '9,007,199,254,740,991km']) expect(text).toContain(figure)
})

test('without a signature there is a line for pen and date; a broken picture is refused and harms nobody else', async () => {
  const order = sampleOf('work-authorisation', 'zh-CN')
  const unsigned = await printDocument('work-authorisation', 'zh-CN', { ...order, signature: null })
  expect(solid(textOf(unsigned))).not.toContain('签字时间')
  expect(solid(textOf(unsigned))).toContain('客户签字日期')
  const evil = ['data:image/svg+xml;base64,PHN2Zy8+', 'data:image/png;base64,AAAA', 'data:image/png;base64,"/><script/>', '', signaturePng().replace('iVBORw0KGgo', 'iVBORw0KAAA')]
  for (const image of evil) {
    await expect(printDocument('work-authorisation', 'zh-CN', { ...order, signature: { image, signedAt: '' } })).rejects.toThrow('a signature is a PNG data URL')
  }
  await expect(printDocument('work-authorisation', 'zh-CN', { ...order, signature: { image: signaturePng(5_000, 20), signedAt: '' } })).rejects.toThrow('a signature has 1 to 4000 points')
  expect(paperOf(await printDocument('work-authorisation', 'zh-CN', order)).pages).toBe(2)
})

test('each document carries its own signature', async () => {
  const order = sampleOf('work-authorisation', 'zh-CN')
  const signedBy = (width: number) => printDocument('work-authorisation', 'zh-CN', { ...order, signature: { image: signaturePng(width), signedAt: '' } })
  const [one, other, again] = [await signedBy(200), await signedBy(300), await signedBy(200)]
  expect(Buffer.compare(one, other)).not.toBe(0)
  expect(Buffer.compare(one, again)).toBe(0)
})

test('twenty documents asked for at once are all printed, also after the printer was closed', async () => {
  await closePrinter()
  const plates = Array.from({ length: 20 }, (_, at) => `TEST-${String(at).padStart(3, '0')}`)
  const pdfs = await Promise.all(plates.map((plate) => printDocument('reminder-card', 'en', { ...sampleOf('reminder-card', 'en'), plate })))
  expect(pdfs.map((pdf, at) => textOf(pdf).includes(plates[at] ?? '-'))).toEqual(plates.map(() => true))
})

test('more data than any document has is refused', async () => {
  await expect(printDocument('part-label', 'en', { ...sampleOf('part-label', 'en'), name: 'x'.repeat(310_000) })).rejects.toThrow(RangeError)
})
