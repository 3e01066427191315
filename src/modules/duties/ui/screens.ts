import { BookCopy, BookOpenCheck, CalendarCheck2, ClipboardCheck, ClipboardList, ListTodo, MonitorCog, TableProperties, UserRoundCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { dutyPermissions } from '../permissions.ts'
import { dutyTexts } from './texts.ts'

const { zh, en } = dutyTexts

export const dutyScreens: readonly Screen[] = [
  { id: 'today', path: '/today', group: 'front', place: 1, icon: ListTodo, needs: dutyPermissions.see, page: onDemand(() => import('./today-page.tsx'), 'TodayPage'), title: { 'zh-CN': zh['duties.today'], en: en['duties.today'] } },
  { id: 'process-audits', path: '/process-audits', group: 'team', place: 30, icon: ClipboardCheck, needs: dutyPermissions.audit, page: onDemand(() => import('./audits-page.tsx'), 'AuditsPage'), title: { 'zh-CN': zh['duties.audits'], en: en['duties.audits'] } },
  { id: 'supervision', path: '/supervision', group: 'team', place: 31, icon: UserRoundCheck, needs: dutyPermissions.supervise, page: onDemand(() => import('./supervision-page.tsx'), 'SupervisionPage'), title: { 'zh-CN': zh['duties.supervision'], en: en['duties.supervision'] } },
  { id: 'duty-board', path: '/duty-board', group: 'team', place: 32, icon: TableProperties, needs: dutyPermissions.seeBoard, page: onDemand(() => import('./board-page.tsx'), 'BoardPage'), title: { 'zh-CN': zh['duties.board'], en: en['duties.board'] } },
  { id: 'wall-duties', path: '/wall/duties', group: 'team', place: 37, icon: MonitorCog, needs: dutyPermissions.seeBoard, bare: true, page: onDemand(() => import('./wall-page.tsx'), 'DutyWallPage'), title: { 'zh-CN': zh['duties.wall'], en: en['duties.wall'] } },
  { id: 'one-page', path: '/one-page', group: 'team', place: 33, icon: CalendarCheck2, needs: dutyPermissions.supervise, page: onDemand(() => import('./week-page.tsx'), 'WeekPage'), title: { 'zh-CN': zh['duties.week'], en: en['duties.week'] } },
  { id: 'manual', path: '/manual/{-$dutyId}', group: 'team', place: 34, icon: BookOpenCheck, needs: dutyPermissions.seeManual, page: onDemand(() => import('./manual-page.tsx'), 'ManualPage'), title: { 'zh-CN': zh['duties.manual'], en: en['duties.manual'] } },
  { id: 'own-manuals', path: '/own-manuals', group: 'team', place: 35, icon: BookCopy, needs: dutyPermissions.seeManual, page: onDemand(() => import('./packs-page.tsx'), 'PacksPage'), title: { 'zh-CN': zh['duties.packs'], en: en['duties.packs'] } },
  { id: 'checklists', path: '/checklists', group: 'team', place: 36, icon: ClipboardList, needs: dutyPermissions.seeManual, page: onDemand(() => import('./checklists-page.tsx'), 'ChecklistsPage'), title: { 'zh-CN': zh['duties.checklists'], en: en['duties.checklists'] } },
]
