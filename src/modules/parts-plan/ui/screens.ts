import { CalendarRange, Scale } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { partsPlanTexts } from './texts.ts'

const { zh, en } = partsPlanTexts
const needs = partsPlanPermissions.see

export const partsPlanScreens: readonly Screen[] = [
  { id: 'parts-plans', path: '/parts-plans/{-$planId}', group: 'parts', place: 18, icon: CalendarRange, needs, page: onDemand(() => import('./plans-page.tsx'), 'PlansPage'), title: { 'zh-CN': zh['parts-plan.plans'], en: en['parts-plan.plans'] } },
  { id: 'plan-conformity', path: '/plan-conformity', group: 'parts', place: 24, icon: Scale, needs, page: onDemand(() => import('./conformity-page.tsx'), 'ConformityPage'), title: { 'zh-CN': zh['parts-plan.conformity'], en: en['parts-plan.conformity'] } },
]
