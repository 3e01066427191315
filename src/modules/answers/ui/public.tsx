/** What the app shows: on the order's sheet, and as the customer's own page. */
export { OrderLinks } from './order-links.tsx'
