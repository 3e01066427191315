import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Masters } from '../../../app/testing/furnished.ts'
import { furnishedServer } from '../../../app/testing/furnished-server.ts'
import { receivedCar } from '../../../app/testing/ready-car.ts'
import type { Caller, TestServer } from '../../../app/testing/test-server.ts'

// A superseded part's old stock goes first, and the line says which number was asked for.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'pts'])) }, 60_000)
afterAll(() => server.drop())

type Part = { id: string; number: string; version: number } & Record<string, unknown>
const partOf = async (id: string): Promise<Part> => (await as('pts').get(`/parts/${id}`)).body as Part

async function supersede(oldId: string, newId: string): Promise<void> {
  const { version, nameZh, nameEn, unit, packThousandths, category, active } = await partOf(oldId)
  const changed = await as('pts').post(`/parts/${oldId}/change`, { version, nameZh, nameEn, unit, packThousandths, category, active, supersededBy: newId, barcodes: [], units: [] })
  expect(changed).toMatchObject({ status: 200 })
}

const wishFor = (partId: string, quantityThousandths: number) => [{ kind: 'part', partId, payer: 'customer', quantityThousandths }]

test('asked for the new number while the old one lies on the shelf, the line uses the old; when it runs out, the new', async () => {
  const { rows } = await server.owner.query<{ part_id: string; free: number }>(`
    select s.part_id, (s.on_hand_thousandths - s.reserved_thousandths)::int as free from stock.part_stock s
    where s.store_id = $1 and s.on_hand_thousandths - s.reserved_thousandths between 1000 and 50000 order by s.part_id`, [server.storeId])
  const known = rows.filter(({ part_id }) => masters.parts.some(({ id }) => id === part_id))
  const [older, newer] = [known[0], known[1]]
  if (older === undefined || newer === undefined) throw new Error('two stocked parts are needed')
  await supersede(older.part_id, newer.part_id)
  const [oldPart, newPart] = [await partOf(older.part_id), await partOf(newer.part_id)]

  const car = await receivedCar(as('sad'))
  const first = await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: wishFor(newPart.id, 1_000) })
  expect(first).toMatchObject({ status: 200, body: { instead: [{ asked: newPart.number, used: oldPart.number }] } })
  const more = await as('sad').post(`/repair-orders/${car.id}/lines`, { version: first.body['version'], lines: wishFor(oldPart.id, older.free + 1) })
  expect(more).toMatchObject({ status: 200, body: { instead: [{ asked: oldPart.number, used: newPart.number }] } })
  const { body } = await as('sad').get(`/repair-orders/${car.id}`)
  expect(body['lines']).toMatchObject([{ partId: oldPart.id, code: oldPart.number, insteadOf: newPart.number }, { partId: newPart.id, code: newPart.number, insteadOf: oldPart.number }])
})

test('within one request the old stock is given once', async () => {
  const { rows: [link] } = await server.owner.query<{ id: string; superseded_by: string; free: number }>(`
    select p.id, p.superseded_by, (s.on_hand_thousandths - s.reserved_thousandths)::int as free
    from catalogue.part p join stock.part_stock s on s.part_id = p.id and s.store_id = $1
    where p.superseded_by is not null and s.on_hand_thousandths - s.reserved_thousandths > 1000 limit 1`, [server.storeId])
  if (link === undefined) throw new Error('a superseded part with stock is needed')
  const car = await receivedCar(as('sad'))
  const answer = await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: [...wishFor(link.superseded_by, link.free), ...wishFor(link.superseded_by, 1_000)] })
  const { body } = await as('sad').get(`/repair-orders/${car.id}`)
  expect([answer.status, (body['lines'] as { partId: string; insteadOf: string | null }[]).map(({ partId, insteadOf }) => [partId, insteadOf === null])]).toEqual([200, [[link.id, false], [link.superseded_by, true]]])
})

test('a part without a chain stays what was asked for', async () => {
  const { rows: [plain] } = await server.owner.query<{ id: string }>(`
    select p.id from catalogue.part p join catalogue.part_price c on c.part_id = p.id
    where p.superseded_by is null and not exists (select 1 from catalogue.part o where o.superseded_by = p.id) order by p.number limit 1`)
  if (plain === undefined) throw new Error('a plain part is needed')
  const car = await receivedCar(as('sad'))
  expect(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: wishFor(plain.id, 1_000) })).toMatchObject({ status: 200, body: { instead: [] } })
})
