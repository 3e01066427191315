/** What pages of later modules show of money. */
export { OrderDelivery } from './order-delivery.tsx'
export { PaymentForm, useAfterPayment } from './payment-form.tsx'
export { settlementTexts } from './texts.ts'
