import { Megaphone } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { campaignPermissions } from '../permissions.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const campaignScreens: readonly Screen[] = [
  { id: 'campaigns', path: '/campaigns', group: 'customers', place: 30, icon: Megaphone, needs: campaignPermissions.see, page: onDemand(() => import('./campaigns-page.tsx'), 'CampaignsPage'), title: { 'zh-CN': zh['campaigns.short'], en: en['campaigns.short'] } },
]
