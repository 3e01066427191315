import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'organisation.sign-in': 'Sign in',
  'organisation.login': 'Login',
  'organisation.password': 'Password',
  'organisation.sign-out': 'Sign out',
  'organisation.switch-store': 'Switch store',
  'organisation.language': 'Language',
  'organisation.product': 'Gangwei · After-sales',
  'organisation.demo-hint': 'Demo store: the login is the position code in small letters (sad, wss, whk …); the password stands in the start window.',
  'organisation.wrong-login': 'Login or password is wrong. Check both and try again.',
  'organisation.too-many-attempts': 'Too many failures. Try again in {minutes} minutes, or ask your store\'s administrator to reset the password.',
  'organisation.no-position': 'You hold no position in that store. Ask its administrator.',
}
