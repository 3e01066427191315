import { call, examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'
import { channels } from './domain/fee.ts'

const same = { orderId: own('orderId') }
const arrived = from('POST /repair-orders', '$.id')
const order = (plate: string) => from('POST /repair-orders', '$.id', { body: { plate } })
/** The customer's statement of a car that was settled. */
const statementOf = (orderId: typeof arrived) => from('POST /settlements/:orderId', '$.statements[0].id', { params: { orderId } })
const statement = (name: string) => from('GET /statements/:statementId', `$.${name}`, { params: { statementId: own('statementId') } })

const claim = (name: string) => from('GET /statements', `$.rows[?@.payer=='insurer' && @.dueFen>10000].${name}`, { query: { claims: 'yes' } })
const deposit = (orderId: typeof arrived) => from('GET /deposits/:orderId', '$.payments[0].id', { params: { orderId }, after: [call('POST /deposits/:orderId', { params: { orderId } })] })
const paidCar = statementOf(order('沪A·D90035'))
const payment = from('GET /statements/:statementId', '$.payments[0].id', { params: { statementId: paidCar }, after: [call('POST /statements/:statementId/payments', { params: { statementId: paidCar } })] })
const creditCar = order('沪A·D90033')
const owner = from('GET /repair-orders/:orderId', '$.ownerId', { params: { orderId: creditCar }, after: [call('POST /settlements/:orderId', { params: { orderId: creditCar } })] })
const receivable = (name: string) => from('GET /receivables', `$.rows[0].${name}`)

export const settlementExamples = examplesOf(contract, {
  listStatements: { query: { due: 'yes' } },
  seeStatement: { params: { statementId: from('GET /statements', '$.rows[0].id') } },
  seeSettlement: { params: { orderId: from('GET /repair-orders', "$.rows[?@.status=='settled'].id", { query: { group: 'ready' } }) } },
  settleOrder: {
    params: { orderId: arrived }, after: [call('POST /workshop/:orderId/inspection', { params: same })],
    body: { version: from('GET /settlements/:orderId', '$.version', { params: same }) },
  },
  reverseStatement: { params: { statementId: statementOf(order('沪A·D90030')) }, body: { version: statement('version'), reason: '开票抬头有误' } },
  reallocateClaim: { params: { statementId: claim('id') }, body: { version: claim('version'), amountFen: 10_000, to: 'customer', reason: '保险公司拒赔玻璃水' } },
  takePayment: {
    params: { statementId: statementOf(arrived) },
    body: { version: statement('version'), way: 'wechat', amountFen: statement('dueFen'), reference: '4200002026112400001' },
  },
  listDeposits: { query: { limit: 20 } },
  seeDeposit: { params: { orderId: from('GET /deposits', '$.rows[0].id') } },
  takeDeposit: { params: { orderId: order('沪A·D90034') }, body: { way: 'wechat', amountFen: 50_000, reference: '4200002026112400002' } },
  askRefund: { params: { paymentId: payment }, body: { reason: '客户不再维修' } },
  refundPayment: { params: { paymentId: deposit(order('沪A·D90034')) }, body: { reason: '客户不再维修' } },
  askReversal: { params: { statementId: statementOf(order('沪A·D90031')) }, body: { reason: '开票抬头有误' } },
  askAllowance: { params: { orderId: order('沪A·D90036') }, after: [call('POST /workshop/:orderId/inspection', { params: same })], body: { amountFen: 5_000, reason: '等候过久' } },
  askCredit: { params: { statementId: statementOf(order('沪A·D90032')) }, body: { reason: '单位客户月底统一付款' } },
  grantCredit: { params: { statementId: statementOf(creditCar) }, after: [call('POST /credit-accounts/:customerId')], body: { version: statement('version') } },
  listCreditAccounts: { query: { limit: 20 } },
  seeCreditAccount: { params: { customerId: from('GET /credit-accounts', '$.rows[0].customerId') } },
  setCreditAccount: { params: { customerId: owner }, body: { version: 0, limitFen: 500_000, days: 30, reason: '老客户' } },
  listReceivables: { query: { state: 'open' } },
  seeReceivable: { params: { receivableId: from('GET /receivables', '$.rows[0].id') } },
  collectReceivable: { params: { receivableId: receivable('id') }, body: { version: receivable('version'), way: 'transfer', amountFen: receivable('dueFen'), reference: 'HK00001234' } },
  seeTill: {},
  closeTill: { by: 'b-csh', body: { countedFen: from('GET /statements-till', '$.expectedFen', { by: 'b-csh' }), stated: channels.map((way) => ({ way, statedFen: 0 })), reason: '渠道账单次日到' } },
  listTills: { query: { limit: 20 } },
  seeClosing: { params: { day: from('GET /statements-till/days', '$.rows[0].day') } },
  listTillEntries: { params: { day: from('GET /statements-till/days', '$.rows[0].day') }, query: { limit: 20 } },
  seeClaimTerms: {},
  keepClaimTerm: { params: { payer: 'insurer' }, body: { days: 45, version: 0 } },
  keepFeeRate: { params: { way: 'card' }, body: { hundredths: 50, comesBack: false, version: 0 } },
  openTill: { body: { floatFen: 50_000 }, refused: 'settlement.till-opened-already' },
  deliverCar: {
    params: { orderId: arrived }, after: [call('POST /statements/:statementId/payments', { params: { statementId: statementOf(own('orderId')) } })],
    body: {
      version: from('GET /settlements/:orderId', '$.version', { params: same }), pickUpCode: from('POST /repair-orders/:orderId/authorisation', '$.pickUpCode', { params: same }),
      accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: today(180), nextServiceKm: 20_000, callTime: { kind: 'at', on: today(1), from: 9, to: 12 }, callNote: '打车主手机',
    },
  },
  printStatement: { params: { statementId: from('GET /statements', '$.rows[0].id') } },
  printReminder: { params: { orderId: from('GET /repair-orders', "$.rows[?@.status=='delivered'].id", { query: { group: 'closed' } }) } },
})
