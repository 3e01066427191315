import { expect, test } from 'vitest'
import { whyNotKeep, whyNotRead, whyNotWithdraw } from './document.ts'
import { whyNotPdf } from './pdf.ts'

const file = (body: string, end = '\n%%EOF\n') => new TextEncoder().encode(`%PDF-1.7\n${body}${end}`)

test('a file is a whole PDF by its content, and does nothing by itself', () => {
  expect(whyNotPdf(file('1 0 obj'))).toBeNull()
  expect(whyNotPdf(file('1 0 obj', ''))?.code).toBe('technical-documents.not-a-pdf')
  expect(whyNotPdf(new TextEncoder().encode('<html>%%EOF'))?.code).toBe('technical-documents.not-a-pdf')
  expect(whyNotPdf(file('<< /JSX /EmbeddedFiles2 >>'))).toBeNull()
  for (const part of ['/JavaScript', '/JS (x)', '/Launch', '/EmbeddedFile']) expect(whyNotPdf(file(`<< ${part} >>`))?.code).toBe('technical-documents.pdf-acts')
})

test('what is written here is a note or a safe address', () => {
  expect(whyNotKeep({ note: '轮毂螺母 200 N·m', link: '' })).toBeNull()
  expect(whyNotKeep({ note: '', link: 'https://manual.example/ch-306' })).toBeNull()
  expect(whyNotKeep({ note: ' ', link: '' })?.code).toBe('technical-documents.empty')
  expect(whyNotKeep({ note: 'a', link: 'https://b' })?.code).toBe('technical-documents.two-forms')
  expect(whyNotKeep({ note: '', link: 'javascript:alert(1)' })?.code).toBe('technical-documents.not-an-address')
})

test('it is withdrawn once, with the reason', () => {
  expect(whyNotWithdraw({ withdrawn: false, reason: '旧版' })).toBeNull()
  expect(whyNotWithdraw({ withdrawn: false, reason: '' })?.code).toBe('technical-documents.reason-missing')
  expect(whyNotWithdraw({ withdrawn: true, reason: '旧版' })?.code).toBe('technical-documents.withdrawn-already')
})

test('one says once that he has read it, while it is in use', () => {
  expect(whyNotRead({ withdrawn: false, read: false })).toBeNull()
  expect(whyNotRead({ withdrawn: false, read: true })?.code).toBe('technical-documents.read-already')
  expect(whyNotRead({ withdrawn: true, read: false })?.code).toBe('technical-documents.withdrawn-already')
})
