import { expect, test } from 'vitest'
import { emptySheet, fourPieces } from './reception-sheet.ts'
import { whyNotReceive } from './why-not-receive.ts'

const sheet = { ...emptySheet, valuablesReminded: true, keyTag: '12', fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: '刹车有异响' } }
const complete = { status: 'arrived' as const, senderName: '李晨', senderPhone: '19900001234', ownerName: '李晨', mileageKm: 20_356, sheet, signature: 'data:image/png;base64,', unsignedReason: '', keyHangsOn: null }

test.each([
  [{}, undefined],
  [{ status: 'quoted' as const }, 'repair-orders.not-arrived'],
  [{ status: 'received' as const }, 'repair-orders.already-received'],
  [{ ownerName: ' ' }, 'repair-orders.owner-missing'],
  [{ senderPhone: '' }, 'repair-orders.sender-missing'],
  [{ mileageKm: null }, 'repair-orders.mileage-missing'],
  [{ sheet: { ...sheet, valuablesReminded: false } }, 'repair-orders.valuables-not-reminded'],
  [{ sheet: { ...sheet, keyTag: '' } }, 'repair-orders.key-missing'],
  [{ keyHangsOn: '沪A·D90001' }, 'repair-orders.key-taken'],
  [{ sheet: { ...sheet, fourPieceSet: fourPieces.slice(1) } }, 'repair-orders.four-piece-set-missing'],
  [{ sheet: { ...sheet, consultation: emptySheet.consultation } }, 'repair-orders.consultation-missing'],
  [{ signature: null }, 'repair-orders.reception-unsigned'],
  [{ signature: null, unsignedReason: '拖车送来' }, undefined],
])('reception with %j: %s', (change, code) => {
  expect(whyNotReceive({ ...complete, ...change })?.code).toBe(code)
})
