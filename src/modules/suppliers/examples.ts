import { call, examplesOf, from, own, thisMonth, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One statement of a new supplier runs from its first line to a payment taken back; what ends a statement otherwise takes a supplier of its own, by its name.
const supplier = (name: string) => from('POST /parts-suppliers', '$.id', { body: { name } })
const begun = { statementId: from('POST /supplier-statements', '$.id') }
const another = (name: string) => ({ statementId: from('POST /supplier-statements', '$.id', { body: { supplierId: supplier(name) } }) })
const same = { statementId: own('statementId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls = []) => from('GET /supplier-statements/:statementId', '$.version', { params: same, after })
const line = (part: string, after: Calls = []) => from('GET /supplier-statements/:statementId', `$.lines[?@.partNumber=='${part}'].id`, { params: same, after })
const entered = call('POST /supplier-statements/:statementId/lines', { params: same })
const settled = call('POST /supplier-statements/:statementId/lines/:lineId/settlement', { params: { ...same, lineId: line('BRK-901', [entered]) } })
const closed = call('POST /supplier-statements/:statementId/closing', { params: same })
const asked = call('POST /supplier-statements/:statementId/payment-request', { params: same })
const signed = call('POST /approvals/:requestId/approve', {
  by: 'fin', params: { requestId: from('GET /supplier-statements/:statementId', '$.request.id', { by: 'fin', params: same, after: [asked] }) }, body: { version: 1, reason: '' }, after: [],
})
const paid = call('POST /supplier-statements/:statementId/payment', { params: same })
/** Up to its closing, for a statement of a supplier of its own. */
const closing = (name: string) => call('POST /supplier-statements/:statementId/closing', { params: another(name) })

const inquiry = { inquiryId: from('POST /supplier-inquiries', '$.id') }
const dropped = { inquiryId: from('POST /supplier-inquiries', '$.id', { body: { about: '示例放弃询价' } }) }
const ofInquiry = (path: string, after: Calls = []) => from('GET /supplier-inquiries/:inquiryId', path, { params: { inquiryId: own('inquiryId') }, after })
const quoted = call('POST /supplier-inquiries/:inquiryId/answer', { params: { inquiryId: own('inquiryId') } })

export const supplierExamples = examplesOf(contract, {
  listStatements: { query: { group: 'all', limit: 20 } },
  seeStatement: { params: begun },
  beginStatement: { body: { supplierId: supplier('示例对账供应商'), month: thisMonth() } },
  enterLines: { params: begun, body: { version: seen(), lines: [{ document: 'SH90001', partNumber: 'BRK-901', thousandths: 2_000, fen: 26_000 }] } },
  removeLine: { params: { ...another('示例删行'), lineId: line('BRK-901', [entered]) }, body: { version: seen() } },
  matchAgain: { params: begun, body: { version: seen() } },
  takeUp: { params: { ...begun, lineId: line('BRK-901', [entered]) }, body: { version: seen(), words: '已电话问顾师傅，等对方查送货单' } },
  settleLine: { params: { ...begun, lineId: line('BRK-901', [entered]) }, body: { version: seen(), words: '运费并入，双方同意', outcome: 'theirs' } },
  closeStatement: { params: begun, after: [settled], body: { version: seen() } },
  reopenStatement: { params: another('示例重开'), after: [closing('示例重开')], body: { version: seen(), reason: '对方补来一张送货单' } },
  discardStatement: { params: another('示例作废'), body: { version: seen(), reason: '选错供应商' } },
  requestPayment: { params: begun, after: [closed], body: { version: seen(), invoiceNumber: '24312000000090001', invoiceDay: today(), netFen: 26_000, taxFen: 3_380 } },
  printRequest: { params: another('示例付款申请'), after: [closing('示例付款申请'), asked] },
  callOffPayment: { params: another('示例取消付款'), after: [{ ...closing('示例取消付款') }, asked, signed], body: { version: seen(), reason: '发票开错' } },
  paySupplier: { params: begun, by: 'csh', after: [signed], body: { version: seen(), reference: 'YH20261125001' } },
  takeBackPayment: { params: begun, after: [paid], body: { version: seen(), reason: '账号填错，银行退回' } },
  listInquiries: { query: { group: 'all', limit: 20 } },
  seeInquiry: { params: inquiry },
  askInquiry: {
    body: {
      about: '别家品牌 轿车 2019', kinds: ['insurance', 'customer'], supplierIds: [from('GET /parts-suppliers', "$.rows[?@.kind=='outside'].id"), from('GET /parts-suppliers', "$.rows[?@.kind=='maker'].id")],
      lines: [{ partNumber: 'BMP-3301', name: '前保险杠', thousandths: 1_000 }],
    },
  },
  answerInquiry: {
    params: inquiry, body: {
      version: ofInquiry('$.version'), supplierId: ofInquiry('$.suppliers[0].supplierId'), words: '现货',
      prices: [{ lineId: ofInquiry('$.lines[0].id'), kind: 'insurance', unitFen: 68_000, days: 2 }, { lineId: ofInquiry('$.lines[0].id'), kind: 'customer', unitFen: 52_000, days: 2 }],
    },
  },
  chooseQuotes: {
    params: inquiry, after: [quoted],
    body: { version: ofInquiry('$.version'), words: '另一家无货', choices: [{ lineId: ofInquiry('$.lines[0].id'), kind: 'insurance', supplierId: ofInquiry('$.suppliers[0].supplierId') }] },
  },
  dropInquiry: { params: dropped, body: { version: ofInquiry('$.version'), reason: '客户改去原厂' } },
  listSourcePrices: { query: { partNumber: 'BMP-3301' } },
})
