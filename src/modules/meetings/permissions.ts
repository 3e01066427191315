import type { Position } from '../../kernel/permissions.ts'
import { definePermissions } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'WSH', 'CCC', 'RNW', 'SAL', 'ACB', 'DRV', 'ADM']

export const meetingPermissions = definePermissions('meetings', {
  see: { zh: '查看会议与纪要', en: 'See meetings and minutes', preset: everybody },
  attend: { zh: '会议签到、阅读纪要', en: 'Attend meetings, read minutes', preset: everybody },
  run: { zh: '召开会议、记录与下发纪要', en: 'Call and hold meetings, write and issue minutes', preset: ['STM', 'INF', 'FDS', 'WSS', 'PTS', 'MTL', 'BTL'] },
  keepKinds: { zh: '维护会议种类', en: 'Keep the kinds of meetings', preset: ['STM', 'INF'] },
})
