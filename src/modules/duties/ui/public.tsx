export { useWhenWords } from './when-words.ts'
