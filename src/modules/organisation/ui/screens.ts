import { CalendarDays, KeyRound, ShieldCheck, UsersRound } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { organisationPermissions } from '../permissions.ts'
import { organisationTexts } from './texts.ts'

const title = (key: keyof typeof organisationTexts.zh) => ({ 'zh-CN': organisationTexts.zh[key], en: organisationTexts.en[key] })

export const organisationScreens: readonly Screen[] = [
  { id: 'staff', path: '/staff/{-$personId}', group: 'manage', place: 90, icon: UsersRound, needs: organisationPermissions.seeAccounts, page: onDemand(() => import('./staff-page.tsx'), 'StaffPage'), title: title('organisation.staff-short') },
  { id: 'rights', path: '/rights', group: 'manage', place: 91, icon: ShieldCheck, needs: organisationPermissions.seeRights, page: onDemand(() => import('./rights-page.tsx'), 'RightsPage'), title: title('organisation.rights') },
  { id: 'access', path: '/access', group: 'manage', place: 92, icon: KeyRound, needs: organisationPermissions.seePolicy, page: onDemand(() => import('./access-page.tsx'), 'AccessPage'), title: title('organisation.access-short') },
  { id: 'calendar', path: '/calendar', group: 'manage', place: 93, icon: CalendarDays, needs: organisationPermissions.seeCalendar, page: onDemand(() => import('./calendar-page.tsx'), 'CalendarPage'), title: title('organisation.calendar-short') },
]
