import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { routesNameTheirRight } from './routes-name-their-right.ts'

const found = (text: string) => routesNameTheirRight(aTree({ 'src/modules/stock/contract.ts': text })).map(({ line, sentence }) => [line, sentence])

test('a route with a right is in order, one without is found at its line', () => {
  const good = "export const a = route({\n  does: 'x', path: '/stock', needs: stockPermissions.issue, body: z.object({ a: id }),\n})\n"
  expect(found(good)).toEqual([])
  expect(found(`${good}\nexport const b = route({\n  does: 'y', path: '/stock/b', body: z.object({ needs: id }) })`.replace('needs: id', 'wants: id')))
    .toEqual([[5, expect.stringContaining('names no right')]])
})

test("'anyone' may sign in, begin the first store or open his own link, and nothing else", () => {
  expect(found("route({ path: '/session', needs: 'anyone' })")).toEqual([])
  expect(found("route({ path: '/first-run', needs: 'anyone' })")).toEqual([])
  expect(found("route({ path: '/answers/:token', needs: 'anyone' })")).toEqual([])
  expect(found("route({ path: '/answers/of-order', needs: 'anyone' })")).toHaveLength(1)
  expect(found("route({ path: '/stock', needs: 'anyone' })")).toEqual([[1, expect.stringContaining('log-in')]])
})
