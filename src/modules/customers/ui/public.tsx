/** What pages of later modules show of a customer. */
export { CustomerDetail, CustomerHistory } from './customer-detail.tsx'
export { CustomerDialog } from './customer-dialog.tsx'
export { CustomerPick } from './customer-pick.tsx'
export { CustomerPhone, MaskedPhone } from './phone.tsx'
export { customerTexts } from './texts.ts'
