import { expect, test } from 'vitest'
import { extrasOf } from './extras.ts'

const plain = { wishedParts: '', courtesyCar: false, courtesyPlate: null }
const part = (name: string, short = 0) => ({ name, amount: '1 个', short })

test('the text to the customer says which wished parts are here and which are not, what else he wished, and his courtesy car', () => {
  expect(extrasOf(plain, [], '、')).toEqual([])
  expect(extrasOf({ ...plain, wishedParts: ' 儿童座椅 ', courtesyCar: true }, [part('机滤'), part('空滤'), part('刹车片', 1_000)], '、')).toEqual([
    { key: 'message-parts', facts: { parts: '机滤 1 个、空滤 1 个' } }, { key: 'message-parts-ordered', facts: { parts: '刹车片 1 个' } },
    { key: 'message-wished', facts: { words: '儿童座椅' } }, { key: 'message-courtesy-open', facts: {} },
  ])
  expect(extrasOf({ ...plain, courtesyCar: true, courtesyPlate: '沪A·12345' }, [], '、')).toEqual([{ key: 'message-courtesy', facts: { plate: '沪A·12345' } }])
})
