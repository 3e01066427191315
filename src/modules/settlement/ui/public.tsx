/** What pages of later modules show of money. */
export { PaymentForm } from './payment-form.tsx'
export { settlementTexts } from './texts.ts'
