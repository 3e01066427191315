import { ScrollText, Wallet } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { expensePermissions } from '../permissions.ts'
import { expenseTexts } from './texts.ts'

const { zh, en } = expenseTexts
const needs = expensePermissions.claim

export const expenseScreens: readonly Screen[] = [
  { id: 'expenses', path: '/expenses/{-$claimId}', group: 'money', place: 16, icon: Wallet, needs, page: onDemand(() => import('./expenses-page.tsx'), 'ExpensesPage'), title: { 'zh-CN': zh['expenses.title'], en: en['expenses.title'] } },
  { id: 'ious', path: '/ious', group: 'money', place: 17, icon: ScrollText, needs, page: onDemand(() => import('./ious-page.tsx'), 'IousPage'), title: { 'zh-CN': zh['expenses.ious'], en: en['expenses.ious'] } },
]
