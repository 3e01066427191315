import type { PersonalPart } from '../../../platform/personal-data.ts'

/** The car from which a part goes back, and what was said about it. */
export const supplierReturnsPersonal: PersonalPart = {
  tables: [
    { table: 'supplier_returns.return', zh: '供应商退货', en: 'Returns to suppliers', links: { says: 'about' }, columns: { number: 'kept', asked_at: 'kept', about: 'text', words: 'text' } },
    { table: 'supplier_returns.claim', zh: '质量索赔', en: 'Quality claims', links: { order: 'basis_id' }, columns: { number: 'kept', opened_at: 'kept', fault: 'text', answer_words: 'text', words: 'text' } },
  ],
}
