/** What the screens of later modules show of this one. */
export { PapersOfOrder } from './papers-of-order.tsx'
