/** What later modules' screens may show: the booking of a courtesy car for somebody. */
export { BookLoanDialog } from './book-loan-dialog.tsx'
