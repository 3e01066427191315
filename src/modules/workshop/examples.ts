import { call, examplesOf, from, now, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const arrived = from('POST /repair-orders', '$.id')
const same = { orderId: own('orderId') }
const order = (plate: string) => from('POST /repair-orders', '$.id', { body: { plate } })
/** The first job of an order that was dispatched. */
const jobOf = (orderId: typeof arrived) => from('GET /workshop/:orderId', '$.labour[0].job.id', { params: { orderId }, after: [call('POST /workshop/:orderId/dispatch', { params: { orderId } })] })
const jobVersion = (orderId: typeof arrived) => from('GET /workshop/:orderId', '$.labour[0].job.version', { params: { orderId } })
const orderVersion = from('GET /workshop/:orderId', '$.version', { params: same })
const finished = call('POST /workshop-jobs/:jobId/finish', { params: { jobId: jobOf(own('orderId')) } })
const operation = (find: string) => from('GET /labour-operations', '$.rows[0].id', { query: { find } })

// A car whose work is checked by the team: its kind of work has a sheet.
const checkedCar = order('沪A·D90024')
const bearing = call('POST /repair-orders/:orderId/lines', { params: { orderId: checkedCar }, body: { lines: [{ kind: 'labour', operationId: operation('CH-306'), payer: 'customer' }] } })
const bearingDispatched = call('POST /workshop/:orderId/dispatch', {
  params: { orderId: checkedCar }, body: { jobs: [{ lineId: from('GET /repair-orders/:orderId', "$.lines[?@.code=='CH-306'].id", { params: { orderId: checkedCar } }), technicianId: from('GET /session', '$.personId', { by: 'mtl' }), bay: 'B01' }] },
})
const bearingResults = [{ key: 'hub-nut', verdict: 'good', value: 200_000 }, { key: 'wheel-bolts', verdict: 'good', value: 120_000 }, { key: 'play', verdict: 'good', value: null }] as const
const authorised = (orderId: typeof arrived) => call('POST /repair-orders/:orderId/authorisation', { params: { orderId } })
const bearingJob = (name: string) => from('GET /workshop/:orderId', `$.labour[?@.code=='CH-306'].job.${name}`, { params: { orderId: checkedCar }, after: [bearing, authorised(checkedCar), bearingDispatched] })

const waitingCar = order('沪A·D90025')
const clock = (name: string) => from('GET /workshop-clocks', `$.rows[?@.plate=='沪AD90025'].${name}`, { query: { day: today() }, after: [call('POST /workshop-jobs/:jobId/pause', { params: { jobId: jobOf(waitingCar) } })] })
const helpedCar = order('沪A·D90023')
const plannedCar = order('沪A·D90026')

const key = (name: string) => from('GET /workshop-keys', `$.rows[?@.status=='in_work' && @.place=='reception'].${name}`)
const sheet = { nameZh: '空调系统检漏', nameEn: 'A/C leak test', selfCheck: true, teamCheck: false, points: [{ key: 'pressure', nameZh: '高压侧压力', nameEn: 'Pressure, high side', by: 'self', value: { unit: 'bar', least: 14_000, most: 18_000 }, photo: false }] } as const

export const workshopExamples = examplesOf(contract, {
  seeWork: { params: { orderId: from('GET /workshop', '$.rows[0].orderId') } },
  dispatchJobs: {
    params: { orderId: arrived }, after: [authorised(own('orderId'))],
    body: { version: orderVersion, jobs: [{ lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', { params: same }), technicianId: from('GET /session', '$.personId', { by: 'mtl' }), bay: 'B01' }] },
  },
  clockOn: { params: { jobId: jobOf(arrived) }, by: 'mtl', body: {} },
  pauseJob: { params: { jobId: jobOf(arrived) }, by: 'mtl', after: [call('POST /workshop-jobs/:jobId/clock-on', { params: { jobId: own('jobId') } })], body: { reason: 'parts' } },
  finishJob: { params: { jobId: jobOf(order('沪A·D90021')) }, by: 'mtl', after: [call('POST /workshop-jobs/:jobId/pause', { params: { jobId: own('jobId') } })], body: {} },
  checkJob: {
    params: { jobId: bearingJob('id') }, after: [call('POST /workshop-jobs/:jobId/finish', { params: { jobId: own('jobId') }, body: { results: bearingResults } })],
    body: { version: bearingJob('version'), result: 'passed', results: bearingResults },
  },
  addCheckSheet: { body: { trade: 'electrical', codeBegins: 'AC-551', ...sheet } },
  editCheckSheet: { params: { sheetId: from('POST /workshop-check-sheets', '$.id') }, body: { version: 1, ...sheet, active: false } },
  setHelpers: {
    params: { jobId: jobOf(helpedCar) },
    body: { version: jobVersion(helpedCar), helpers: [{ personId: from('GET /session', '$.personId', { by: 'mtl2' }), share: 40 }], ownShare: 60 },
  },
  stopJob: { params: { jobId: jobOf(order('沪A·D90022')) }, body: { reason: '客户决定不做这一项' } },
  inspect: {
    params: { orderId: arrived }, after: [call('POST /picking/:orderId/issue', { params: same }), finished],
    body: {
      version: orderVersion, result: 'passed', cleanliness: 'A', roadTestKm: 3,
      points: { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' },
    },
  },
  listClocks: { query: { day: today() } },
  correctClock: { params: { clockId: clock('id') }, body: { version: clock('version'), from: clock('from'), until: clock('until'), reason: '漏打停工' } },
  addBay: { body: { name: 'X01', kind: 'mechanical', place: 99 } },
  editBay: { params: { bayId: from('POST /workshop-bays', '$.id') }, body: { version: 1, name: 'X02', kind: 'mechanical', place: 99, active: true } },
  setClosingWork: { body: { inspectionMinutes: 20, washMinutes: 30, handOverMinutes: 20, version: from('GET /workshop-bays/closing-work', '$.version') } },
  takeOutOfService: { params: { bayId: from('POST /workshop-bays', '$.id') }, body: { from: now(60), until: now(24 * 60), reason: '举升机年检' } },
  bringBack: { params: { outId: from('POST /workshop-bays/:bayId/take-out', '$.id') }, body: { version: 1 } },
  listWorkers: { query: { day: today() } },
  seeBoard: { query: { day: today() } },
  planJob: { params: { jobId: jobOf(plannedCar) }, body: { version: jobVersion(plannedCar), bay: 'B02', start: now(20 * 24 * 60) } },
  explainWait: { params: { jobId: jobOf(waitingCar) }, after: [call('POST /workshop-jobs/:jobId/pause', { params: { jobId: own('jobId') } })], body: { words: '配件明早到' } },
  seeKey: { params: { orderId: from('GET /workshop-keys', '$.rows[0].orderId') } },
  moveKey: { params: { orderId: key('orderId') }, body: { moves: key('moves'), place: 'parking', note: '二层 12 号' } },
})
