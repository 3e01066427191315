import type { PersonalPart } from '../../../platform/personal-data.ts'

/** As long as the books are kept, nobody of them is erased: see the holds of settlement. */
export const invoicingPersonal: PersonalPart = {
  tables: [
    {
      table: 'invoicing.invoice', zh: '发票', en: 'Invoices', links: { through: { column: 'statement_id', table: 'settlement.v_statement', by: 'order_id' } },
      columns: { number: 'kept', day: 'kept', title: 'name', tax_number: 'blank', total_fen: 'kept', reason: 'text' },
    },
    { table: 'invoicing.monthly_statement', zh: '月结单', en: 'Monthly statements', links: { customer: 'customer_id' }, columns: { number: 'kept', month: 'kept', customer_name: 'name' } },
  ],
}
