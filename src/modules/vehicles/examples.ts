import { examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

const added = from('POST /vehicles', '$.id')
const another = (plate: string) => from('POST /vehicles', '$.id', { body: { plate } })
const same = { vehicleId: own('vehicleId') }
const vehicle = (name: string) => from('GET /vehicles/:vehicleId', `$.${name}`, { params: same })

export const vehicleExamples = examplesOf(contract, {
  listVehicles: { query: { limit: 20 } },
  seeVehicle: { params: { vehicleId: from('GET /vehicles', '$.rows[0].id') } },
  addVehicle: { body: { plate: '沪A·D90002', modelName: '示例车型', owner: { name: '示例车主', phone: '19900009998', kind: 'person' } } },
  changeVehicle: {
    params: { vehicleId: added },
    body: {
      version: vehicle('version'), vin: '', modelId: null, modelName: '云岭 X5', colour: '白', engineNumber: '', energy: 'petrol', firstRegistered: '2024-05-01', saleDate: null, warrantyUntil: null, warrantyKm: null,
      note: '', active: true,
    },
  },
  changeOwner: { params: { vehicleId: added }, body: { version: vehicle('version'), owner: { name: '周静', phone: '19900009997', kind: 'person' } } },
  changePlate: { params: { vehicleId: another('沪A·D90004') }, body: { version: vehicle('version'), plate: '沪A·D90005' } },
  recordMileage: { params: { vehicleId: added }, body: { km: 12_000, note: '接车' } },
  voidReading: { params: { vehicleId: from('POST /vehicles', '$.id'), readingId: from('GET /vehicles/:vehicleId', '$.readings[0].id', { params: same, after: [{ operation: 'POST /vehicles/:vehicleId/readings', params: same }] }) }, body: { reason: '多输了一位' } },
  changeMeter: { params: { vehicleId: another('沪A·D90006') }, body: { oldKm: 88_000, newKm: 12, note: '更换组合仪表' } },
})
