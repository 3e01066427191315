import { languages, type Language } from '../../kernel/texts.ts'

const place = 'gangwei.language'
const listeners = new Set<() => void>()

/** The person's choice, else the browser's language, else Chinese. */
export function currentLanguage(): Language {
  const chosen = localStorage.getItem(place)
  return languages.find((language) => language === chosen) ?? (navigator.language.startsWith('en') ? 'en' : 'zh-CN')
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(place, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
