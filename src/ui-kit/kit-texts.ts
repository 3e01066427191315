import { createContext, use } from 'react'

/** The few words the kit says itself. Everything else a person reads comes in through props. */
export type KitTexts = {
  close: string
  cancel: string
  loading: string
  noResults: string
  searchFailed: string
  clear: string
  sortAscending: string
  sortDescending: string
  shortcut: string
  remove: string
  required: string
  retry: string
  back: string
  more: string
  skipToMain: string
  chooseAll: string
  chooseRow: string
  messages: string
  /** What a stock unit is called, where its own name is not the reader's. */
  unit(unit: string): string
}

export const kitTextsZh: KitTexts = {
  close: '关闭',
  cancel: '取消',
  loading: '正在加载',
  noResults: '没有找到',
  searchFailed: '查询失败，请稍后再试',
  clear: '清除',
  sortAscending: '升序排列',
  sortDescending: '降序排列',
  shortcut: '快捷键',
  remove: '移除',
  required: '必填',
  retry: '重试',
  back: '返回',
  more: '更多',
  skipToMain: '跳到主要内容',
  chooseAll: '全选',
  chooseRow: '选择',
  messages: '消息',
  unit: (unit) => unit,
}

export const kitTextsEn: KitTexts = {
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  noResults: 'Nothing found',
  searchFailed: 'The search failed, try again later',
  clear: 'Clear',
  sortAscending: 'Sort ascending',
  sortDescending: 'Sort descending',
  shortcut: 'Shortcut',
  remove: 'Remove',
  required: 'required',
  retry: 'Try again',
  back: 'Back',
  more: 'More',
  skipToMain: 'Skip to main content',
  chooseAll: 'Choose all',
  chooseRow: 'Choose',
  messages: 'Messages',
  unit: (unit) => unit,
}

/** The context that carries the words: `<KitTexts value={kitTextsEn}>`. Chinese when nobody provides one. */
export const KitTexts = createContext<KitTexts>(kitTextsZh)

export const useKitTexts = (): KitTexts => use(KitTexts)
