import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeProduct, until, type Person, type Product } from '../testing/product.ts'
import { backupNames, readManifest } from './repository.ts'

const products: Product[] = []
const product = async (more: Record<string, string> = {}): Promise<Product> => {
  const made = await makeProduct(more)
  products.push(made)
  return made
}
afterAll(async () => { for (const made of products) await made.remove() }, 60_000)

/** Registers cars until told to stop; answers the plates whose arrival was acknowledged, in order. */
function arrivals(by: Person): { told: string[]; stop(): Promise<void> } {
  const told: string[] = []
  let going = true
  const work = (async () => {
    for (let number = 10_001; going; number += 1) {
      const plate = `新Z${String(number)}`
      const answer = await by.post('/repair-orders', { plate, purpose: 'repair' }, `arrival-${String(number)}`)
      if (answer.status === 200) told.push(plate)
    }
  })()
  return { told, stop: async () => { going = false; await work } }
}

test('a backup taken while people work restores elsewhere with all that was acknowledged before it; the next one is small; damage is named', async () => {
  const shop = await product()
  await shop.start()
  const folder = path.join(shop.folder, 'backups')
  const load = arrivals(await shop.signIn('sad'))
  expect(await until(20_000, () => load.told.length > 100)).toBe(true)
  const before = [...load.told]
  expect(await shop.run('backup')).toMatchObject({ code: 0 })
  const during = load.told.length - before.length
  await load.stop()
  expect(during).toBeGreaterThan(0)
  await shop.run('backup')
  await shop.stop()

  const [first = '', second = ''] = backupNames(folder)
  const pieces = (name: string): Set<string> => new Set(readManifest(folder, name).files.flatMap((file) => file.pieces))
  const [had, has] = [pieces(first), pieces(second)]
  expect([...has].filter((piece) => !had.has(piece)).length).toBeLessThan(has.size / 2)
  rmSync(path.join(folder, `${second}.json`))

  const elsewhere = await product({ BACKUP_DIR: folder })
  const restored = await elsewhere.run('restore')
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.said).toContain('ok    audit chain of')
  expect(restored.said).not.toContain('WRONG')
  expect(await elsewhere.run('restore')).toMatchObject({ code: 1, said: expect.stringContaining('set another DATA_DIR') as string })
  await elsewhere.start()
  const kept = new Set((await elsewhere.sql<{ plate: string }>("select plate from repair_orders.repair_order where plate like '新Z%'")).map(({ plate }) => plate))
  expect(before.filter((plate) => !kept.has(plate))).toEqual([])
  await elsewhere.stop()

  const shelf = path.join(folder, 'pieces', readdirSync(path.join(folder, 'pieces'))[0] ?? '')
  for (const piece of readdirSync(shelf)) writeFileSync(path.join(shelf, piece), 'damaged')
  const third = await product({ BACKUP_DIR: folder })
  expect(await third.run('restore')).toMatchObject({ code: 1, said: expect.stringContaining('is damaged in the backup') as string })
}, 240_000)
