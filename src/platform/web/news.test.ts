import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { staleCode } from '../../kernel/refusal.ts'
import { noteOpen, onDialogClosed } from '../../ui-kit/open-forms.ts'
import { hear, letInWhenFree, letInWhenStale, mayAskAnew } from './news.ts'

/** The two things of a dialog that are asked: is it open, and does it hold a form. */
const dialogWith = (form: boolean): HTMLDialogElement => ({ querySelector: (selector: string) => (form && selector === 'form' ? {} : null) }) as unknown as HTMLDialogElement

const closings: (() => void)[] = []
afterEach(() => { for (const close of closings.splice(0)) close() })

function opened(form: boolean): () => void {
  const close = noteOpen(dialogWith(form))
  closings.push(close)
  return close
}

/** A page that shows orders, and counts how often it asked for them. */
function page() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  let asked = 0
  closings.push(new QueryObserver(client, { queryKey: ['orders', 1], queryFn: () => Promise.resolve(++asked) }).subscribe(() => {}))
  closings.push(onDialogClosed(() => letInWhenFree(client)))
  return { client, asked: () => new Promise<number>((resolve) => { setTimeout(() => resolve(asked), 20) }) }
}

test('news of a colleague wait until the form over it is closed, own news do not', async () => {
  const { client, asked } = page()
  const close = opened(true)
  expect(await asked()).toBe(1)
  hear(client, ['orders'], false)
  expect(await asked()).toBe(1)
  hear(client, ['orders'], true)
  expect(await asked()).toBe(2)
  close()
  expect(await asked()).toBe(3)
})

test('a deed refused as stale lets the news in though its form is still open, one refused for what was typed does not', async () => {
  const { client, asked } = page()
  opened(true)
  await asked()
  hear(client, ['orders'], false)
  letInWhenStale(client, 'customers.phone-wrong')
  expect(await asked()).toBe(1)
  letInWhenStale(client, staleCode)
  expect(await asked()).toBe(2)
})

test('a dialog without a form holds nothing back, and of two forms the last to be closed lets in', async () => {
  const { client, asked } = page()
  opened(false)
  await asked()
  hear(client, ['orders'], false)
  expect(await asked()).toBe(2)
  const [under, over] = [opened(true), opened(true)]
  hear(client, ['orders'], false)
  over()
  expect(await asked()).toBe(2)
  under()
  expect(await asked()).toBe(3)
})

test('a page that comes to the front asks anew, under a form only when that is closed', async () => {
  const { asked } = page()
  await asked()
  expect(mayAskAnew()).toBe(true)
  const close = opened(true)
  expect(mayAskAnew()).toBe(false)
  expect(await asked()).toBe(1)
  close()
  expect(await asked()).toBe(2)
})
