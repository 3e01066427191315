/** What other modules' screens, and the app, may show. */
export { OrderShortages } from './order-shortages.tsx'
export { useOptionName } from './source-options.tsx'
export { WhoWaits } from './who-waits.tsx'
