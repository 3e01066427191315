import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { renew } from './renew.ts'

/** A record on the screen whose answers come when the test gives them. */
function screen(client: QueryClient, topic = 'imports') {
  const answers: ((value: string) => void)[] = []
  const seen: (string | undefined)[] = []
  const stop = new QueryObserver(client, { queryKey: [topic, 1], queryFn: () => new Promise<string>((resolve) => { answers.push(resolve) }) }).subscribe(({ data }) => { seen.push(data) })
  return { answers, stop, shown: () => seen.at(-1) }
}
const settled = () => new Promise((resolve) => { setTimeout(resolve, 20) })

test('news that arrives while a record is fetched for the first time is not lost', async () => {
  const client = new QueryClient()
  const { answers, stop, shown } = screen(client)
  renew(client, 'imports')
  answers[0]?.('from before the news')
  await settled()
  expect(answers).toHaveLength(2)
  answers[1]?.('after it')
  await settled()
  expect(shown()).toBe('after it')
  stop()
})

test('a record that is shown is fetched once for one piece of news, another topic not at all', async () => {
  const client = new QueryClient()
  const { answers, stop } = screen(client)
  answers[0]?.('shown')
  await settled()
  renew(client, 'imports')
  renew(client, 'parts')
  await settled()
  expect(answers).toHaveLength(2)
  stop()
})

test('what waits for an invoice is old when an invoice was made, what only begins with the same letters is not', async () => {
  const client = new QueryClient()
  const [waiting, other] = [screen(client, 'invoices-waiting'), screen(client, 'invoicesque')]
  for (const { answers } of [waiting, other]) answers[0]?.('shown')
  await settled()
  renew(client, 'invoices')
  await settled()
  expect([waiting.answers.length, other.answers.length]).toEqual([2, 1])
  for (const { stop } of [waiting, other]) stop()
})
