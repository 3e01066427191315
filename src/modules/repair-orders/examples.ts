import { call, examplesOf, from, now, own, signature } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One visit runs through the examples of this module, the workshop and the settlement: the car that the first arrival registers. What spoils a visit takes a car of its own.
const arrived = from('POST /repair-orders', '$.id')
const anotherCar = (plate: string) => from('POST /repair-orders', '$.id', { body: { plate } })
const same = { orderId: own('orderId') }
const version = from('GET /repair-orders/:orderId', '$.version', { params: same })
const received = call('POST /repair-orders/:orderId/reception', { params: same })
const estimated = call('POST /repair-orders/:orderId/lines', { params: same })
const inGroup = (group: string) => from('GET /repair-orders', '$.rows[0].id', { query: { group } })

const operation = (find: string) => from('GET /labour-operations', '$.rows[0].id', { query: { find } })
const part = (find: string) => from('GET /parts', '$.rows[0].id', { query: { find } })

const unclearCar = anotherCar('沪A·D90016')
const unclearLine = from('POST /repair-orders/:orderId/lines', '$.lineIds[1]', { params: { orderId: unclearCar } })
const diagnosedCar = anotherCar('沪A·D90041')
const diagnosedLine = from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', {
  params: { orderId: diagnosedCar }, body: { lines: [{ kind: 'labour', operationId: operation('EL-501'), payer: 'customer', priceFollows: true }] },
})
const subletCar = anotherCar('沪A·D90018')
const foundCar = anotherCar('沪A·D90019')
const loungeCar = anotherCar('沪A·D90029')
const subletLine = from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', {
  params: { orderId: subletCar }, body: { lines: [{ kind: 'sublet', name: '轮毂修复', supplier: '精工轮毂', payer: 'customer', costFen: 32_000, priceFen: 45_000 }] },
})
const authorised = (orderId: typeof foundCar) => call('POST /repair-orders/:orderId/authorisation', { params: { orderId } })

export const repairOrderExamples = examplesOf(contract, {
  listOrders: { query: { group: 'open', limit: 20 } },
  seeOrder: { params: { orderId: inGroup('in-shop') } },
  registerArrival: { body: { plate: '沪A·D90001', purpose: 'maintenance', concern: '首次保养' } },
  makeQuote: { body: { plate: '沪A·D90010', purpose: 'repair', concern: '更换前制动片多少钱', customerName: '赵敏' } },
  arriveWithQuote: { params: { orderId: from('POST /repair-orders/quotes', '$.id') }, body: { version } },
  printQuote: { params: { orderId: inGroup('quoted') } },
  cancelOrder: { params: { orderId: anotherCar('沪A·D90011') }, body: { version, reason: '客户改期' } },
  revealSender: { params: { orderId: anotherCar('沪A·D90012') } },
  passOn: { params: { orderId: anotherCar('沪A·D90012') }, body: { version, advisorId: from('GET /staff', '$.rows[1].id', { query: { position: 'SAD' } }), reason: '顾问休息' } },
  seeGreeting: { params: { orderId: inGroup('arrived') } },
  greet: { params: { orderId: anotherCar('沪A·D90013') }, body: {} },
  receiveCar: {
    params: { orderId: arrived },
    body: {
      version, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', mileageKm: 10_000, fuelEighths: 4, signature,
      sheet: {
        valuablesReminded: true, valuables: '', keyTag: from('GET /repair-orders/:orderId', '$.number', { params: same }), fourPieceSet: ['seat-cover', 'steering-wheel-cover', 'gear-lever-cover', 'floor-mat'],
        interior: { 'warning-lamps': 'good', 'air-conditioning': 'good', audio: 'good', horn: 'good', windows: 'good', seats: 'good', 'interior-lamp': 'good', wipers: 'good' },
        luggage: ['spare-wheel'], marks: [{ panel: 'bonnet', damage: 'scratch', note: '' }], tyres: '', waits: true, notes: '',
        consultation: { words: '首次保养，刹车偶有异响', when: '起步时', where: '前轮', frequency: '偶尔', grade: 'B' },
      },
    },
  },
  addLines: {
    params: { orderId: arrived }, after: [received],
    body: {
      version, lines: [
        { kind: 'labour', operationId: operation('MT-101'), payer: 'customer' }, { kind: 'part', partId: part('OIL-5W30'), payer: 'customer', quantityThousandths: 4_000 },
      ],
    },
  },
  seePackages: { params: { orderId: inGroup('arrived') } },
  addPackage: { params: { orderId: anotherCar('沪A·D90014') }, after: [received], body: { version, packageId: from('GET /packages', "$.rows[?@.code=='PK-05'].id"), payer: 'customer' } },
  changeLine: {
    params: { orderId: anotherCar('沪A·D90015'), lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', { params: same }) },
    body: { version, payer: 'customer', quantityThousandths: 1_500, discountFen: 1_000 },
  },
  removeLine: { params: { orderId: anotherCar('沪A·D90015'), lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[1]', { params: same }) }, body: { version } },
  priceDiagnosis: { params: { lineId: diagnosedLine }, body: { version: from('GET /repair-orders/:orderId', '$.lines[0].version', { params: { orderId: diagnosedCar } }), hoursThousandths: 1_200, words: '赵敏电话同意' } },
  askNumber: { params: { lineId: unclearLine }, body: { version: from('GET /repair-orders/:orderId', "$.lines[?@.kind=='part'].version", { params: { orderId: unclearCar } }), words: '按车架号核对机油规格' } },
  confirmNumber: {
    params: { lineId: unclearLine }, after: [call('POST /repair-order-lines/:lineId/ask-number')],
    body: { version: from('GET /repair-orders/:orderId', "$.lines[?@.kind=='part'].version", { params: { orderId: unclearCar } }), partId: part('OIL-5W30') },
  },
  showEstimate: { params: { orderId: anotherCar('沪A·D90017') }, after: [estimated], body: { version, way: 'shown' } },
  listVersions: { params: { orderId: inGroup('in-shop') } },
  markSublet: {
    params: { lineId: subletLine }, after: [authorised(subletCar)],
    body: { version: from('GET /repair-orders/:orderId', "$.lines[?@.kind=='sublet'].version", { params: { orderId: subletCar } }), step: 'out' },
  },
  authoriseWork: {
    params: { orderId: arrived }, after: [estimated],
    body: { version, promisedAt: now(14 * 24 * 60), phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature },
  },
  takeToLounge: { params: { orderId: loungeCar }, after: [authorised(loungeCar)], body: {} },
  takeBackLounge: { params: { orderId: loungeCar }, after: [call('POST /repair-orders/:orderId/lounge')], body: { reason: '客户改为外出等候' } },
  seeExpected: { params: { orderId: inGroup('in-shop') } },
  seeOutlook: { params: { orderId: from('GET /repair-orders', "$.rows[?@.status=='estimated'].id", { query: { group: 'arrived' } }) } },
  seeAddedOutlook: { params: { orderId: foundCar }, after: [call('POST /added-work/:addedWorkId/price')] },
  printAuthorisation: { params: { orderId: inGroup('in-shop') } },
  printReception: { params: { orderId: inGroup('in-shop') } },
  reportAddedWork: { params: { orderId: foundCar }, after: [authorised(foundCar)], body: { findings: '前制动片磨损到极限', urgency: 'safety' } },
  askForPart: { params: { orderId: foundCar }, after: [authorised(foundCar)], body: { code: 'OIL-5W30', quantityThousandths: 1_000, words: '机油滤清器座渗油', urgency: 'soon' } },
  printAddedWork: { params: { addedWorkId: from('POST /repair-orders/:orderId/added-work', '$.id') }, after: [call('POST /added-work/:addedWorkId/price')] },
  priceAddedWork: {
    params: { addedWorkId: from('POST /repair-orders/:orderId/added-work', '$.id') },
    body: { version: from('POST /repair-orders/:orderId/added-work', '$.version'), add: [{ kind: 'labour', operationId: operation('BR-201'), payer: 'customer' }], remove: [] },
  },
  decideAddedWork: {
    params: { addedWorkId: from('POST /repair-orders/:orderId/added-work', '$.id') },
    body: {
      version: from('POST /added-work/:addedWorkId/price', '$.version'), agreed: true, way: 'call', customerName: '李晨', customerPhone: '19900010001', words: '同意更换', signature: null, promisedAt: now(15 * 24 * 60),
    },
  },
  withdrawAddedWork: { params: { addedWorkId: from('POST /repair-orders/:orderId/part-requests', '$.id') }, body: { version: from('POST /repair-orders/:orderId/part-requests', '$.version'), reason: '复查后无需更换' } },
})
