import { isTextFile, literalsIn } from '../texts.ts'
import { isTest, type Rule, type TextFile } from '../tree.ts'

const halfWidth = /[\u3400-\u9fff][,:;?!()]|[,:;?!()][\u3400-\u9fff]/
/** A mark alone between quotes, or one that code puts between two parts. */
const marksAlone = /'[：、；，（）。]+'|`[：、；，（）。]+`|\}[：、；，（）]|[：、；，（）]\$?\{/
/** Where the mark is chosen by the language both stand there. */
const choosesLanguage = /\benglish\b|'en'/

/** Chinese has its own comma, colon and brackets; a half-width one beside a character is a slip. Looks at quoted texts, English files apart. */
const halfWidthMarks = (file: TextFile) => (file.path.endsWith('/texts/en.ts') ? [] : literalsIn(file).filter(({ value }) => halfWidth.test(value)).map(({ value, line }) =>
  ({ path: file.path, line, rule: 'chinese-punctuation', sentence: `Half-width mark beside a Chinese character: ${value.slice(0, 40)}. Use ，：；？！（）.` })))

/** On a page and in a rule's refusal, a Chinese mark between parts that code puts together stays Chinese in English. */
const marksInCode = (file: TextFile) => (!/^src\/(modules\/[^/]+\/(ui|domain)|app\/web|platform\/web)\//.test(file.path) || isTextFile(file) ? [] : file.text.split('\n').flatMap((text, index) => {
  const code = text.replace(/^\s*(\/\/|\/?\*).*$|\/\*.*?\*\//g, '')
  return marksAlone.test(code) && !choosesLanguage.test(code) ? [{ path: file.path, line: index + 1, rule: 'chinese-punctuation', sentence: `A Chinese mark that code puts between parts is there in English too: ${code.trim().slice(0, 60)}. Use t.list, t.named, a text, or a list among the facts.` }] : []
}))

export const chinesePunctuation: Rule = (tree) => tree.files
  .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path))
  .flatMap((file) => [...halfWidthMarks(file), ...marksInCode(file)])
