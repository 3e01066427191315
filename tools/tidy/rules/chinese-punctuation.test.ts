import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { chinesePunctuation } from './chinese-punctuation.ts'

const found = (text: string, path = 'src/modules/stock/texts/zh-CN.ts'): number => chinesePunctuation(aTree({ [path]: text })).length

test('Chinese texts with Chinese marks, lists of characters and comments are in order', () => {
  expect(found("'stock.bin': '货位（共 {count} 个），请选择。',")).toBe(0)
  expect(found("const concerns = ['首次保养', '轮胎漏气']\n// 客户,车\n/** 站赔 (goodwill) 站赔(x) */\nconst temporary = /^(临|试)?$/")).toBe(0)
  expect(found("'stock.bin': 'Bin (货位)'", 'src/modules/stock/texts/en.ts')).toBe(0)
})

test.each(['货位,共', '共:三', '请选择!', '货位(空)', '已取消;请', '有货?'])('%s is found', (text) => {
  expect(found(`'stock.bin': '${text}',`)).toBe(1)
})

test.each(["names.join('、')", 'label={`${a}：${b}`}', "<p>{t('x.y')}：{words}</p>", '<b>{name}（{code}）</b>'])('on a page and in a rule, %s is Chinese in English too', (code) => {
  expect(found(code, 'src/modules/stock/ui/page.tsx')).toBe(1)
  expect(found(code, 'src/modules/stock/domain/why-not-pick.ts')).toBe(1)
  expect(found(code, 'src/modules/stock/actions/print.ts')).toBe(0)
})

test('a mark chosen by the language, a text and a comment are in order', () => {
  expect(found("names.join(english ? ', ' : '、')\nparts.join(language === 'en' ? '; ' : '；')\n// {a}：{b}\nt.list(names)", 'src/modules/stock/ui/page.tsx')).toBe(0)
})
