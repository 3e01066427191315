/** The page of customers is composed in vehicles, because it shows their cars; what later modules show on it is registered here. */
export { registerCustomerSections } from './customer-sections.ts'
