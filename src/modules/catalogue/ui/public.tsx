/** What pages of later modules show of the catalogue. */
export { PartPick, type PickedPart } from './part-pick.tsx'
