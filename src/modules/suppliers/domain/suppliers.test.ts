import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapest, whyNotAnswer, whyNotAsk, whyNotChoose, type Offer } from './inquiry.ts'
import { match, type Ours, type Theirs } from './matching.ts'
import { agreedOf, outcomesOf, whyNotBegin, whyNotClose, whyNotPay, whyNotReopen, whyNotRequest, whyNotSettle } from './statement.ts'

const ours = (partNumber: string, thousandths: number, fen: number, deliveryNote = 'SH1'): Ours => ({ receiptId: `${deliveryNote} ${partNumber}`, receiptNumber: `PR-${deliveryNote}`, deliveryNote, orderNumber: 'PO1', partNumber, thousandths, fen })
const theirs = (partNumber: string, thousandths: number, fen: number, document = 'SH1'): Theirs => ({ document, partNumber, thousandths, fen })
const kinds = (their: readonly Theirs[], our: readonly Ours[]) => match(their, our).map(({ kind }) => kind)

test('theirs against ours: equal, other quantity, other amount, unknown to us, missing on theirs', () => {
  expect(kinds([theirs('A', 1_000, 100), theirs('B', 2_000, 200), theirs('C', 1_000, 90), theirs('D', 1_000, 50)], [ours('A', 1_000, 100), ours('B', 1_000, 100), ours('C', 1_000, 80), ours('E', 1_000, 70)])).toEqual(['equal', 'quantity', 'price', 'unknown', 'missing'])
})

test('the delivery decides before the amount; a line without one finds its like; a delivery that is known for other parts finds nothing', () => {
  const [first, second] = [ours('A', 1_000, 100, 'SH1'), ours('A', 1_000, 90, 'SH2')]
  expect(match([theirs('A', 1_000, 100, 'SH2'), theirs('A', 1_000, 90, 'SH1')], [first, second]).map((pair) => [pair.ours?.deliveryNote, pair.kind])).toEqual([['SH2', 'price'], ['SH1', 'price']])
  expect(match([theirs('A', 1_000, 90, '')], [first, second])[0]).toMatchObject({ kind: 'equal', ours: { deliveryNote: 'SH2' } })
  expect(kinds([theirs('A', 1_000, 100, 'SH3')], [first, ours('B', 1_000, 1, 'SH3')])).toEqual(['unknown', 'missing', 'missing'])
  expect(kinds([theirs('A', 1_000, 100, 'mistyped')], [first])).toEqual(['equal'])
  expect(kinds([theirs('A', 3_000, 100, 'mistyped')], [first])).toEqual(['unknown', 'missing'])
  expect(kinds([theirs('A', 3_000, 100, '')], [first])).toEqual(['quantity'])
})

test('whatever stands on both sides, each line is used exactly once and nothing is lost', () => {
  const part = fc.constantFrom('A', 'B', 'C')
  const side = fc.array(fc.tuple(part, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('SH1', 'SH2', '')), { maxLength: 12 })
  fc.assert(fc.property(side, side, (left, right) => {
    const their = left.map(([number, quantity, fen, document]) => theirs(number, quantity, fen, document))
    const our = right.map(([number, quantity, fen, note]) => ours(number, quantity, fen, note))
    const pairs = match(their, our)
    expect(pairs.flatMap((pair) => pair.theirs ?? [])).toEqual(their)
    expect(new Set(pairs.flatMap((pair) => pair.ours ?? [])).size).toBe(our.length)
    for (const pair of pairs) expect(pair.kind === 'equal').toBe(pair.theirs !== null && pair.ours !== null && pair.theirs.fen === pair.ours.fen && pair.theirs.thousandths === pair.ours.thousandths)
  }))
})

test('a difference is settled with words, by their figures or ours; only what they left out goes to next month', () => {
  const facts = { status: 'open', kind: 'price', words: '已核实', outcome: 'ours' } as const
  expect(whyNotSettle(facts)).toBeNull()
  expect(whyNotSettle({ ...facts, words: ' ' })).toMatchObject({ code: 'suppliers.words-missing' })
  expect(whyNotSettle({ ...facts, outcome: 'next-month' })).toMatchObject({ code: 'suppliers.only-missing-next-month' })
  expect(whyNotSettle({ ...facts, kind: 'equal' })).toMatchObject({ code: 'suppliers.no-difference' })
  expect(whyNotSettle({ ...facts, status: 'closed' })).toMatchObject({ code: 'suppliers.not-open' })
  expect(outcomesOf('missing')).toContain('next-month')
  expect([agreedOf('theirs', { theirFen: 5, ourFen: 7 }), agreedOf('ours', { theirFen: 5, ourFen: 7 }), agreedOf('ours', { theirFen: 5, ourFen: null }), agreedOf('next-month', { theirFen: null, ourFen: 7 })]).toEqual([5, 7, 0, 0])
})

test('closed only when nothing is open and the receipts did not change', () => {
  expect(whyNotClose({ status: 'open', states: ['settled'], fresh: true })).toBeNull()
  expect(whyNotClose({ status: 'open', states: ['settled', 'taken-up', 'open'], fresh: true })).toMatchObject({ code: 'suppliers.differences-left', facts: { count: 2 } })
  expect(whyNotClose({ status: 'open', states: ['settled'], fresh: false })).toMatchObject({ code: 'suppliers.match-again' })
  expect(whyNotClose({ status: 'open', states: [], fresh: true })).toMatchObject({ code: 'suppliers.no-lines' })
  expect(whyNotClose({ status: 'paid', states: ['settled'], fresh: true })).toMatchObject({ code: 'suppliers.not-open' })
})

test('months follow one another, and a later one keeps the earlier closed', () => {
  const begin = { month: '2026-11', thisMonth: '2026-11', latest: null }
  expect(whyNotBegin(begin)).toBeNull()
  expect(whyNotBegin({ ...begin, month: '2026-12' })).toMatchObject({ code: 'suppliers.month-to-come' })
  expect(whyNotBegin({ ...begin, latest: { month: '2026-11', status: 'paid' } })).toMatchObject({ code: 'suppliers.month-agreed' })
  expect(whyNotBegin({ ...begin, latest: { month: '2026-10', status: 'open' } })).toMatchObject({ code: 'suppliers.month-before-open' })
  expect(whyNotBegin({ ...begin, latest: { month: '2026-09', status: 'asked' } })).toBeNull()
  expect(whyNotReopen({ status: 'closed', isLatest: true })).toBeNull()
  expect(whyNotReopen({ status: 'closed', isLatest: false })).toMatchObject({ code: 'suppliers.later-month-begun' })
  expect(whyNotReopen({ status: 'paid', isLatest: true })).toMatchObject({ code: 'suppliers.not-reopened' })
})

test('the invoice says what was agreed', () => {
  const facts = { status: 'closed', agreedFen: 10_000, netFen: 10_000, taxFen: 1_300, invoiceDay: '2026-11-25', today: '2026-11-25', reversed: null } as const
  expect(whyNotRequest(facts)).toBeNull()
  expect(whyNotRequest({ ...facts, netFen: 9_999 })).toMatchObject({ code: 'suppliers.invoice-differs', facts: { agreed: '100.00' } })
  expect(whyNotRequest({ ...facts, invoiceDay: '2026-11-26' })).toMatchObject({ code: 'suppliers.invoice-in-future' })
  expect(whyNotRequest({ ...facts, agreedFen: 0, netFen: 0, taxFen: 0 })).toMatchObject({ code: 'suppliers.nothing-to-pay' })
  expect(whyNotRequest({ ...facts, reversed: 'PR-1' })).toMatchObject({ code: 'suppliers.receipt-reversed', facts: { number: 'PR-1' } })
  expect(whyNotPay({ status: 'signed', ownSignature: false, reversed: null })).toBeNull()
  expect(whyNotPay({ status: 'signed', ownSignature: false, reversed: 'PR-1' })).toMatchObject({ code: 'suppliers.receipt-reversed' })
  expect(whyNotRequest({ ...facts, status: 'asked' })).toMatchObject({ code: 'suppliers.not-closed' })
})

test('several are asked; a dearer quote, or the only one, says why', () => {
  const suppliers = [{ name: 'a', active: true }, { name: 'b', active: true }]
  const asked = { kinds: ['insurance'], partNumbers: ['A'], suppliers } as const
  expect(whyNotAsk(asked)).toBeNull()
  expect(whyNotAsk({ ...asked, kinds: [] })).toMatchObject({ code: 'suppliers.kind-missing' })
  expect(whyNotAsk({ ...asked, partNumbers: ['A', 'A'] })).toMatchObject({ code: 'suppliers.part-twice' })
  expect(whyNotAsk({ ...asked, suppliers: suppliers.slice(1) })).toMatchObject({ code: 'suppliers.ask-several' })
  expect(whyNotAsk({ ...asked, suppliers: [...suppliers, { name: 'c', active: false }] })).toMatchObject({ code: 'suppliers.supplier-not-in-use' })
  expect(whyNotAnswer({ status: 'open', prices: [], words: '', kinds: ['customer'] })).toMatchObject({ code: 'suppliers.answer-missing' })
  expect(whyNotAnswer({ status: 'open', prices: [{ kind: 'insurance' }], words: '', kinds: ['customer'] })).toMatchObject({ code: 'suppliers.kind-not-asked' })
  const [low, high]: [Offer, Offer] = [{ lineId: '1', kind: 'customer', supplierId: 'a', unitFen: 90 }, { lineId: '1', kind: 'customer', supplierId: 'b', unitFen: 100 }]
  const facts = { status: 'open', choices: [low], quotes: [high, low], answers: 2, words: '' } as const
  expect(cheapest(facts.quotes, low)).toBe(low)
  expect(whyNotChoose(facts)).toBeNull()
  expect(whyNotChoose({ ...facts, choices: [high] })).toMatchObject({ code: 'suppliers.dearer-says-why' })
  expect(whyNotChoose({ ...facts, choices: [high], words: '现货' })).toBeNull()
  expect(whyNotChoose({ ...facts, answers: 1 })).toMatchObject({ code: 'suppliers.only-one-answered' })
  expect(whyNotChoose({ ...facts, choices: [low, high] })).toMatchObject({ code: 'suppliers.chosen-twice' })
  expect(whyNotChoose({ ...facts, choices: [] })).toMatchObject({ code: 'suppliers.nothing-chosen' })
  expect(whyNotChoose({ ...facts, status: 'decided' })).toMatchObject({ code: 'suppliers.inquiry-over' })
})
