import { jsonOf, codeOf, type Reply } from './wire.ts'
import { tallied, type Log } from './outcome.ts'
import { signIn } from './people.ts'
import type { Target } from './target.ts'

const many = 50

/** One car fifty times under one key, and more people than there are pieces of a part. */
export async function races(target: Target, log: Log): Promise<void> {
  const sad = await signIn(target, 'sad') ?? ''
  const body = JSON.stringify({ plate: '沪A·D90177', purpose: 'repair', concern: '并发登记' })
  const answers = await Promise.all(Array.from({ length: many }, () => target.ask({ method: 'POST', path: '/api/repair-orders', body, cookie: sad, headers: { 'idempotency-key': 'fifty-at-once-1' } })))
  const [row] = await target.sql<{ n: number }>("select count(*)::int as n from repair_orders.repair_order where plate like '%D90177%'")
  const numbers = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => jsonOf(text)['number']))
  log.holds('P9', row?.n === 1 && numbers.size === 1 && answers.every(({ status }) => status === 200 || status === 409), () => `fifty sends: ${String(row?.n)} orders, ${tallied(answers.map((answer) => `${String(answer.status)} ${codeOf(answer)}`))}`)
  log.fact('P9', `a car registered ${String(many)} times at once with one key: ${String(row?.n ?? 0)} order, answers ${tallied(answers.map(({ status }) => String(status)))}`)
  await oversell(target, log)
}

/** Ten counter sales each ask for all that is left of a part; the store has it once. */
async function oversell(target: Target, log: Log): Promise<void> {
  const [part] = await target.sql<{ partId: string; free: string }>(`
    select s.part_id as "partId", s.on_hand_thousandths - s.reserved_thousandths as free from stock.part_stock s join organisation.store o on o.id = s.store_id and o.code = 'SH1'
    where s.on_hand_thousandths - s.reserved_thousandths between 2000 and 9000 and s.reserved_thousandths = 0 order by s.part_id limit 1`)
  if (part === undefined) { log.fault('P8', 'no part to sell'); return }
  const cookie = await signIn(target, target.valid.get('POST /counter/sales')?.by ?? 'whk') ?? ''
  const keeper = await signIn(target, 'whk') ?? ''
  const sell = (): Promise<Reply> => target.ask({ method: 'POST', path: '/api/counter/sales', cookie, body: JSON.stringify({ name: '李晨', phone: '19900010009', note: '抢购', lines: [{ partId: part.partId, thousandths: Number(part.free) }] }) })
  const sales = (await Promise.all(Array.from({ length: 10 }, sell))).filter(({ status }) => status === 200).map(({ text }) => String(jsonOf(text)['id']))
  const picks = await Promise.all(sales.map(async (id) => {
    const slip = jsonOf((await target.ask({ method: 'GET', path: `/api/counter/slips/${id}`, cookie: keeper })).text) as { version?: number; lines?: { id: string }[] }
    return target.ask({ method: 'POST', path: `/api/counter/slips/${id}/picking`, cookie: keeper, body: JSON.stringify({ version: slip.version, lines: (slip.lines ?? []).map(({ id: lineId }) => ({ lineId, scannedLotId: null })) }) })
  }))
  const [left] = await target.sql<{ onHand: string; reserved: string }>('select on_hand_thousandths as "onHand", reserved_thousandths as reserved from stock.part_stock s join organisation.store o on o.id = s.store_id and o.code = \'SH1\' where part_id = $1', [part.partId])
  const won = picks.filter(({ status }) => status === 200).length
  log.holds('P8', Number(left?.onHand) >= 0 && Number(left?.reserved) <= Number(part.free) && won <= 1, () => `oversold: ${JSON.stringify(left)}, ${String(won)} picked of ${String(sales.length)}; ${tallied(picks.map((pick) => `${String(pick.status)} ${codeOf(pick)}`))}`)
  log.fact('P8', `the last ${String(Number(part.free) / 1_000)} pieces of a part asked for by 10 sales at once: ${String(sales.length)} slips written, handed out to ${String(won)} of them (${tallied(picks.map((pick) => (pick.status === 200 ? 'handed out' : codeOf(pick))))}), ${String(Number(left?.onHand ?? 0) / 1_000)} left, none below zero`)
}
