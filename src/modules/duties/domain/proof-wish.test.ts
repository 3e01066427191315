import { expect, test } from 'vitest'
import { checklists } from './checklists.ts'
import { proofAsWished } from './proof-wish.ts'

const known = { provedByData: false, lists: checklists }

test('a record in words of its own, or a list by its code, with a photo where one is wanted', () => {
  expect(proofAsWished({ kind: 'record', zh: '登记簿', en: 'the book', photo: true }, known)).toEqual([{ kind: 'record', zh: '登记簿', en: 'the book' }, { kind: 'photo' }])
  expect(proofAsWished({ kind: 'check', code: 'front-desk 5S', photo: false }, known)).toMatchObject([{ kind: 'check', code: 'front-desk 5S' }])
})

test('what data proves stays so, and a list must be there', () => {
  expect(proofAsWished({ kind: 'record', zh: '甲', en: 'a', photo: false }, { ...known, provedByData: true })).toMatchObject({ code: 'duties.proved-by-data' })
  expect(proofAsWished({ kind: 'check', code: 'nowhere', photo: false }, known)).toMatchObject({ code: 'duties.file.no-checklist', facts: { list: 'nowhere' } })
})
