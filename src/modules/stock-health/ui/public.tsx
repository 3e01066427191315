/** What other modules' screens may show. */
export { PartField, type PickedPart } from './part-field.tsx'
