/** What other modules' screens may use. */
export { registerVehicleSections } from './vehicle-sections.ts'
