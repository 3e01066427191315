const place = 'gangwei.theme'

export type Theme = 'light' | 'dark'

export const currentTheme = (): Theme =>
  localStorage.getItem(place) === 'dark' || (localStorage.getItem(place) === null && matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light'

export function applyTheme(theme: Theme = currentTheme()): void {
  document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(place, theme)
  applyTheme(theme)
}
