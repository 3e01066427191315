import { call, examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One return goes the whole way, one is reversed, one withdrawn; they take a little of a part of which the demo store has much. A claim on a part of a car is answered, closed and claimed again.
const part = from('GET /stock', '$.rows[0].partId', { query: { find: 'OIL-5W30' } })
const place = from('GET /stock/:partId', "$.lots[?@.kind=='bin'].placeId", { params: { partId: part } })
const outside = from('GET /parts-suppliers', "$.rows[?@.kind=='outside'].id")
const aReturn = (about?: string) => ({ returnId: from('POST /supplier-returns', '$.id', about === undefined ? {} : { body: { about } }) })
const [whole, reversed, withdrawn] = [aReturn(), aReturn('沪A·T0001'), aReturn('沪A·T0002')]
const same = { returnId: own('returnId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls = []) => from('GET /supplier-returns/:returnId', '$.version', { params: same, after })
const agreed = call('POST /supplier-returns/:returnId/agreement', { params: same })
const sent = call('POST /supplier-returns/:returnId/sending', { params: same })

/** A repair order with this very part among its lines. */
const order = from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90097' } })
const orderNumber = from('GET /repair-orders/:orderId', '$.number', { params: { orderId: order }, after: [call('POST /repair-orders/:orderId/lines', { params: { orderId: order } })] })
const claim = (fault?: string) => ({ claimId: from('POST /supplier-claims', '$.id', fault === undefined ? {} : { body: { fault } }) })
const sameClaim = { claimId: own('claimId') }
const seenClaim = (after: Calls = []) => from('GET /supplier-claims/:claimId', '$.version', { params: sameClaim, after })
const answered = call('POST /supplier-claims/:claimId/answer', { params: sameClaim })

export const supplierReturnExamples = examplesOf(contract, {
  listReturns: { query: { group: 'open', limit: 20 } },
  seeReturn: { params: whole },
  askReturn: { body: { supplierId: outside, about: '沪A·T0000', lines: [{ partId: part, placeId: place, lotId: null, thousandths: 100, cause: 'unfitted' }] } },
  agreeReturn: { params: whole, body: { version: seen(), agreedWith: '方师傅', words: '同意原价退，三天内寄回', lines: [{ lineId: from('GET /supplier-returns/:returnId', '$.rows[0].id', { params: same }), creditFen: 1_000 }] } },
  sendReturn: { params: whole, after: [agreed], body: { version: seen([agreed]), waybill: 'SF100200300' } },
  takeSlip: { params: whole, by: 'fin', body: { version: seen([sent]) } },
  confirmArrival: { params: whole, body: { version: seen([sent]), arrivedWith: '方师傅' } },
  withdrawReturn: { params: withdrawn, body: { version: seen(), reason: '车主改修，配件装车' } },
  reverseReturn: { params: reversed, body: { version: seen([sent]), reason: '对方拒收，货已退回' } },
  printReturn: { params: whole },
  listClaims: { query: { group: 'open', limit: 20 } },
  seeClaim: { params: claim() },
  openClaim: {
    body: {
      supplierId: outside, partNumber: 'OIL-5W30', thousandths: 1_000, claimedFen: 8_800, basis: 'job', basisNumber: orderNumber,
      fault: '装车一周异响', dueDay: today(3),
    },
  },
  answerClaim: { params: claim(), body: { version: seenClaim(), answeredWith: '方师傅', words: '同意换一件', remedy: 'replacement', grantedFen: 8_800 } },
  closeClaim: { params: claim(), body: { version: seenClaim([answered]), words: '换件已到' } },
  reopenClaim: { params: claim('装车三天漏油'), body: { version: seenClaim([answered]), reason: '换来的件同样故障', dueDay: today(5) } },
  withdrawClaim: { params: claim('包装破损'), body: { version: seenClaim(), reason: '查明是安装不当' } },
})
