import { CalendarDays, KeyRound, ShieldCheck, UsersRound } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { organisationPermissions } from '../permissions.ts'
import { AccessPage } from './access-page.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { RightsPage } from './rights-page.tsx'
import { StaffPage } from './staff-page.tsx'
import { organisationTexts } from './texts.ts'

const title = (key: keyof typeof organisationTexts.zh) => ({ 'zh-CN': organisationTexts.zh[key], en: organisationTexts.en[key] })

export const organisationScreens: readonly Screen[] = [
  { id: 'staff', path: '/staff/{-$personId}', group: 'manage', place: 90, icon: UsersRound, needs: organisationPermissions.seeAccounts, page: StaffPage, title: title('organisation.staff-short') },
  { id: 'rights', path: '/rights', group: 'manage', place: 91, icon: ShieldCheck, needs: organisationPermissions.seeRights, page: RightsPage, title: title('organisation.rights') },
  { id: 'access', path: '/access', group: 'manage', place: 92, icon: KeyRound, needs: organisationPermissions.seePolicy, page: AccessPage, title: title('organisation.access-short') },
  { id: 'calendar', path: '/calendar', group: 'manage', place: 93, icon: CalendarDays, needs: organisationPermissions.seeCalendar, page: CalendarPage, title: title('organisation.calendar-short') },
]
