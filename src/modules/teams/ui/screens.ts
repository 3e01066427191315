import { UsersRound } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { teamPermissions } from '../permissions.ts'
import { teamTexts } from './texts.ts'

const { zh, en } = teamTexts

export const teamScreens: readonly Screen[] = [
  { id: 'teams', path: '/teams', group: 'team', place: 9, icon: UsersRound, needs: teamPermissions.see, page: onDemand(() => import('./teams-page.tsx'), 'TeamsPage'), title: { 'zh-CN': zh['teams.title'], en: en['teams.title'] } },
]
