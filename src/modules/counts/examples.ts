import { call, examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

// What is read is read of a count that is closed. Two counts run through the deeds: a full one, planned, agreed, prepared and cancelled; and a rolling one of a single shelf, from the plan to its reversal.
const closed = { countId: from('GET /counts', "$.rows[?@.status=='closed'].id", { query: { group: 'all' } }) }
const full = { countId: from('POST /counts', '$.id') }
const rolling = { countId: from('POST /counts/rolling', '$.id') }
const same = { countId: own('countId') }
const bin = from('GET /counts/:countId/bins', '$.rows[0].placeId', { params: same })

// Of its shelf the keeper finds more than any shelf of the demo store holds, so that there is a difference whatever the books say; the planner finds nothing, the supervisor what the keeper found.
// That settles it, yet he has it counted once more.
const line = { ...rolling, lineId: from('POST /counts/:countId/entries', '$.lineId') }
const third = call('POST /counts/:countId/entries', { by: 'pts', after: [call('POST /counts/:countId/bins/:placeId/empty')] })
const settled = from('POST /counts/:countId/finish', '$.version', { body: { version: from('POST /counts/:countId/finish', '$.version') }, after: [third] })
const again = from('POST /counts/:countId/lines/:lineId/again', '$.version')
const fourth = call('POST /counts/:countId/entries', { by: 'whk', after: [call('POST /counts/:countId/lines/:lineId/again')] })
const settledAgain = from('POST /counts/:countId/finish', '$.version', { body: { version: again }, after: [fourth] })
const request = from('GET /approvals', "$.waiting[?@.kind=='count-differences'].id", { by: 'fin', after: [call('POST /counts/:countId/submit')] })
const approved = call('POST /approvals/:requestId/approve', { by: 'fin', params: { requestId: request }, after: [] })

export const countExamples = examplesOf(contract, {
  listCounts: { query: { group: 'open', limit: 20 } },
  keepSettings: { body: { recountThousandths: 5_000, recountFen: 50_000, linesADay: 1, daysA: 30, daysB: 90, daysC: 180, accuracyTarget: 9_800, version: from('GET /counts/settings', '$.version') } },
  planCount: { body: { day: today(7), briefing: '先看货位码，再看编码，最后点数', counterIds: [from('GET /counts/counters', '$.rows[0].id')] } },
  planRolling: { after: [call('POST /counts/settings')], body: { day: today() } },
  seeCount: { params: closed },
  listLines: { params: closed, query: { group: 'all', limit: 20 } },
  agreeCount: { params: full, body: { version: from('POST /counts', '$.version') } },
  readBriefing: { params: full, by: 'whk', body: {} },
  prepareCount: { params: full, by: 'whk', body: { version: from('POST /counts/:countId/agree', '$.version') } },
  cancelCount: { params: full, after: [call('POST /counts/:countId/reading')], body: { version: from('POST /counts/:countId/prepare', '$.version'), reason: '厂家调货，改期盘点' } },
  startCount: { params: rolling, by: 'whk', body: { version: from('POST /counts/rolling', '$.version') } },
  enterCount: {
    params: rolling, by: 'whk', after: [call('POST /counts/:countId/start')],
    body: { placeId: bin, partId: from('GET /counts/:countId/bins/:placeId', '$.rows[0].partId', { params: { ...same, placeId: bin } }), thousandths: 300_000 },
  },
  finishCounting: { params: rolling, by: 'whk', after: [call('POST /counts/:countId/entries')], body: { version: from('POST /counts/:countId/start', '$.version') } },
  enterEmpty: { params: { ...rolling, placeId: bin }, by: 'ppl', after: [call('POST /counts/:countId/finish')], body: {} },
  countAgain: { params: line, body: { version: settled } },
  explainLine: { params: line, by: 'whk', body: { version: settledAgain, reason: 'not-booked', words: '到货未及时入账' } },
  submitCount: { params: rolling, body: { version: from('POST /counts/:countId/lines/:lineId/explain', '$.version') } },
  adjustCount: { params: rolling, after: [approved], body: { version: from('GET /counts/:countId', '$.version', { params: same }) } },
  closeCount: { params: rolling, body: { version: from('POST /counts/:countId/adjust', '$.version') } },
  reverseCount: { params: rolling, body: { version: from('POST /counts/:countId/close', '$.version'), reason: '货属于返修间，盘错了' } },
  listBins: { params: closed },
  seeBin: { params: { ...closed, placeId: bin } },
  readCode: { params: closed, query: { code: from('GET /counts/:countId/lines', '$.rows[0].number', { params: same }) } },
  printCountSheet: { params: closed },
  differencesFile: { params: closed },
})
