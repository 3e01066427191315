/** What the app shows of this module on the order's sheet. */
export { OrderQuality } from './order-quality.tsx'
