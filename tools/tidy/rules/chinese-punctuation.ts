import { literalsIn } from '../texts.ts'
import { isTest, type Rule } from '../tree.ts'

const halfWidth = /[\u3400-\u9fff][,:;?!()]|[,:;?!()][\u3400-\u9fff]/

/** Chinese has its own comma, colon and brackets; a half-width one beside a character is a slip. Looks at quoted texts, English files apart. */
export const chinesePunctuation: Rule = (tree) => tree.files
  .filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path) && !path.endsWith('/texts/en.ts'))
  .flatMap((file) => literalsIn(file).filter(({ value }) => halfWidth.test(value)).map(({ value, line }) =>
    ({ path: file.path, line, rule: 'chinese-punctuation', sentence: `Half-width mark beside a Chinese character: ${value.slice(0, 40)}. Use ，：；？！（）.` })))
