import { expect, test } from 'vitest'
import { shippedDuties } from '../../modules/duties/domain/default-pack.ts'
import { owedWhen, proofOf } from '../../modules/duties/actions/proofs.ts'
import { isStanding } from '../../modules/duties/domain/standing.ts'
import { deedRights } from '../deed-rights.ts'
import { permissions } from '../modules.ts' // registers what modules prove
import { pageRights } from '../page-rights.ts'
import { screens } from './screens.ts'

/** The first part of an address: '/repair-orders/{-$orderId}' and '/repair-orders?group=ready' are both 'repair-orders'. */
const pageOf = (address: string): string => address.split(/[/?]/u)[1] ?? ''

test('the button of a duty leads its holder to a page that he may open', () => {
  const closed = shippedDuties.flatMap(({ id, position }) => {
    const page = proofOf({ dutyId: id, provedBy: null })?.page
    if (page === undefined || pageOf(page) === 'today') return []
    const screen = screens.find(({ path }) => pageOf(path) === pageOf(page))
    return screen === undefined ? [`${id}: ${page} is no page`] : screen.needs.preset.includes(position) ? [] : [`${id}: ${page} needs ${screen.needs.permission}`]
  })
  expect(closed).toEqual([])
})

test('what the server knows of the rights of these pages is what the pages say', () => {
  const led = new Set(shippedDuties.flatMap(({ id }) => proofOf({ dutyId: id, provedBy: null })?.page ?? []).map(pageOf))
  expect(pageRights).toEqual(Object.fromEntries([...led].map((page) => [`/${page}`, screens.find(({ path }) => pageOf(path) === page)?.needs.permission])))
})

test('of every duty with a deadline that data proves it is known which deeds its holder does for it, and he may do them', () => {
  const proved = shippedDuties.filter(({ id, when, proof }) => proofOf({ dutyId: id, provedBy: null }) !== null && !isStanding(owedWhen({ id, due: when, provedBy: null, proof })))
  expect(Object.keys(deedRights).toSorted()).toEqual(proved.map(({ id }) => id).toSorted())
  const presetOf = new Map(permissions.map(({ permission, preset }) => [permission, preset]))
  expect(proved.flatMap(({ id, position }) => (deedRights[id] ?? []).filter((right) => presetOf.get(right)?.includes(position) !== true).map((right) => `${id}: ${position} lacks ${right}`))).toEqual([])
})
