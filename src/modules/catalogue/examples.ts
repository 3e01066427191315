import { examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const version = (one: 'models' | 'labour-operations' | 'parts' | 'insurers', name: string) => from(`GET /${one}/:${name}`, '$.version', { params: { [name]: own(name) } })
const firstModel = from('GET /models', '$.rows[0].id')
const packageLines = [
  { operationId: from('GET /labour-operations', '$.rows[0].id', { query: { find: 'MT-101' } }), partId: null, quantityThousandths: 700 },
  { operationId: null, partId: from('GET /parts', '$.rows[0].id', { query: { find: 'OIL-5W30' } }), quantityThousandths: 4_000 },
]

export const catalogueExamples = examplesOf(contract, {
  listModels: { query: { limit: 20 } },
  seeModel: { params: { modelId: firstModel } },
  addModel: { body: { code: 'EX-1', nameZh: '示例', nameEn: 'Sample', makeZh: '云岭', makeEn: 'Yunling', energy: 'petrol' } },
  changeModel: { params: { modelId: from('POST /models', '$.id') }, body: { version: version('models', 'modelId'), nameZh: '示例', nameEn: 'Sample', makeZh: '云岭', makeEn: 'Yunling', energy: 'hybrid', active: true } },
  listOperations: { query: { find: 'MT', limit: 20 } },
  seeOperation: { params: { operationId: from('GET /labour-operations', '$.rows[0].id') } },
  addOperation: { body: { code: 'EX-100', nameZh: '示例工时', nameEn: 'Sample operation', trade: 'mechanical', standardHoursThousandths: 500, modelId: null, repairKind: 'minor' } },
  changeOperation: {
    params: { operationId: from('POST /labour-operations', '$.id') },
    body: { version: version('labour-operations', 'operationId'), nameZh: '示例工时', nameEn: 'Sample operation', trade: 'mechanical', standardHoursThousandths: 600, modelId: null, repairKind: 'minor', active: true },
  },
  addPackage: { body: { code: 'EX-PK', nameZh: '示例套餐', nameEn: 'Sample package', modelId: null, priceFen: null, lines: packageLines } },
  changePackage: { params: { packageId: from('POST /packages', '$.id') }, body: { version: 1, nameZh: '示例套餐', nameEn: 'Sample package', modelId: null, priceFen: 99_900, lines: packageLines, active: true } },
  seeMenu: { params: { modelId: firstModel } },
  setMenu: { params: { modelId: from('POST /models', '$.id') }, body: { version: 0, steps: [{ km: 5_000, months: 6, packageId: from('GET /packages', "$.rows[?@.code=='PK-05'].id") }] } },
  listParts: { query: { find: '机油', limit: 20 } },
  seePart: { params: { partId: from('GET /parts', '$.rows[0].id') } },
  addPart: { body: { number: 'EX-0001', nameZh: '示例配件', nameEn: 'Sample part', unit: '个', packThousandths: 1_000, category: 'consumable', supersededBy: null, barcodes: [], units: [] } },
  changePart: {
    params: { partId: from('POST /parts', '$.id') },
    body: {
      version: version('parts', 'partId'), nameZh: '示例配件', nameEn: 'Sample part', unit: '个', packThousandths: 1_000, category: 'consumable', supersededBy: null, barcodes: ['6900000000012'],
      units: [{ unit: '箱', factorThousandths: 12_000 }], active: true,
    },
  },
  addPrice: { params: { partId: from('POST /parts', '$.id') }, body: { kind: 'retail', validFrom: today(1), priceFen: 1_900 } },
  setLabourRate: { body: { payer: 'customer', validFrom: today(30), rateFen: 20_000 } },
  setVatRate: { body: { lineKind: 'sublet', validFrom: today(30), percent: 6 } },
  listInsurers: { query: { limit: 20 } },
  seeInsurer: { params: { insurerId: from('GET /insurers', '$.rows[0].id') } },
  addInsurer: { body: { name: '示例财险', fullName: '', taxNumber: '', bankAccount: '', phone: '', note: '' } },
  changeInsurer: { params: { insurerId: from('POST /insurers', '$.id') }, body: { version: version('insurers', 'insurerId'), name: '示例财险', fullName: '示例财产保险股份有限公司', taxNumber: '', bankAccount: '', phone: '', note: '', active: true } },
})
