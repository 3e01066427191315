import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const gate = () => {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => { open = resolve })
  return { passed, open }
}

test('a second code waits for the answer of the first, however long that takes', async () => {
  const first = gate()
  const seen: string[] = []
  const scan = inOrder(async (code: string) => {
    if (code === 'bin') await first.passed
    seen.push(code)
  })
  const both = Promise.all([scan('bin'), scan('part')])
  await Promise.resolve()
  expect(seen).toEqual([])
  first.open()
  await both
  expect(seen).toEqual(['bin', 'part'])
})

test('one that fails is told to who asked and does not hold up the next', async () => {
  const seen: string[] = []
  const scan = inOrder(async (code: string) => {
    if (code === 'torn') throw new Error('unreadable')
    seen.push(code)
    return Promise.resolve()
  })
  await expect(scan('torn')).rejects.toThrow('unreadable')
  await scan('part')
  expect(seen).toEqual(['part'])
})
