/** What other modules' server code may call. Announces: repair-order.arrived, repair-order.<status>. */
export { registerArrival } from './actions/register-arrival.ts'
