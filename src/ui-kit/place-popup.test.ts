import { expect, test } from 'vitest'
import { placePopup } from './place-popup.ts'

const view = { width: 1000, height: 800 }
const anchor = { top: 100, left: 200, width: 300, height: 30 }

test('a popup opens below its anchor', () => {
  expect(placePopup(anchor, { width: 300, height: 200 }, view, 'start')).toEqual({ top: 134, left: 200, maxHeight: 658 })
})

test('a popup that does not fit below opens above', () => {
  expect(placePopup({ ...anchor, top: 700 }, { width: 300, height: 200 }, view, 'start').top).toBe(496)
})

test('a popup taller than both sides takes the roomier one and is limited to it', () => {
  const place = placePopup({ ...anchor, top: 500 }, { width: 300, height: 2000 }, view, 'start')
  expect(place).toEqual({ top: 8, left: 200, maxHeight: 488 })
})

test('a popup stays inside the window', () => {
  expect(placePopup({ ...anchor, left: 900, width: 90 }, { width: 300, height: 50 }, view, 'start').left).toBe(692)
  expect(placePopup({ ...anchor, left: 0, width: 30 }, { width: 300, height: 50 }, view, 'end').left).toBe(8)
})

test('a popup stays inside the window when its anchor has left it', () => {
  const size = { width: 300, height: 200 }
  expect(placePopup({ ...anchor, top: 1100 }, size, view, 'start')).toEqual({ top: 592, left: 200, maxHeight: 784 })
  expect(placePopup({ ...anchor, top: -400 }, size, view, 'start')).toEqual({ top: 8, left: 200, maxHeight: 784 })
  expect(placePopup({ ...anchor, top: 1100 }, { width: 300, height: 2000 }, view, 'start')).toEqual({ top: 8, left: 200, maxHeight: 784 })
})
