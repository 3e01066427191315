/** What other modules' screens may show. */
export { useDeviationWords } from './deviation-words.ts'
export { AskForPart } from './ask-for-part.tsx'
export { UnclearParts } from './unclear-parts.tsx'
export { ReportAddedWork } from './report-added-work.tsx'
export { repairOrderTexts } from './texts.ts'
export { CarOutline } from './walk-around.tsx'
export { PromiseField, ReasonList, useLaterPromise, usePromise, type PromiseWish } from './promise-field.tsx'
