/** What the app shows of this module on the order's sheet, beside the technician's car, and in the frame. */
export { OrderQuality } from './order-quality.tsx'
export { CarHistory, OrderHistory } from './car-history.tsx'
export { ComebackNews } from './comeback-news.tsx'
