import { ShieldCheck, ShieldMinus } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { privacyPermissions } from '../permissions.ts'
import { privacyTexts } from './texts.ts'

const { zh, en } = privacyTexts

export const privacyScreens: readonly Screen[] = [
  { id: 'personal-data', path: '/personal-data/{-$customerId}', group: 'manage', place: 46, icon: ShieldCheck, needs: privacyPermissions.see, page: onDemand(() => import('./people-page.tsx'), 'PeoplePage'), title: { 'zh-CN': zh['privacy.title'], en: en['privacy.title'] } },
  { id: 'personal-data-erasures', path: '/personal-data-erasures/{-$erasureId}', group: 'manage', place: 47, icon: ShieldMinus, needs: privacyPermissions.see, page: onDemand(() => import('./erasures-page.tsx'), 'ErasuresPage'), title: { 'zh-CN': zh['privacy.erasures'], en: en['privacy.erasures'] } },
]
