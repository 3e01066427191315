export { CadenceField, meetingCadences } from './cadence-field.tsx'
export { useWhenWords } from './when-words.ts'
