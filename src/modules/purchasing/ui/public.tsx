/** What other modules' screens, and the app, may show. */
export { OrderShortages } from './order-shortages.tsx'
export { WhoWaits } from './who-waits.tsx'
