import { definePermissions } from '../../kernel/permissions.ts'

export const appointmentPermissions = definePermissions('appointments', {
  see: { zh: '查看预约看板', en: 'See the appointment board', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'PTS', 'PPL', 'CCC'] },
  book: { zh: '登记与改动预约', en: 'Book and change appointments', preset: ['STM', 'FDS', 'SAD', 'CCC'] },
  confirmBoard: { zh: '确认当日预约看板', en: "Confirm the day's board", preset: ['STM', 'FDS'] },
  call: { zh: '外呼邀约', en: 'Call for appointments', preset: ['STM', 'FDS', 'SAD', 'CCC'] },
  setCapacity: { zh: '设定预约产能', en: 'Set the capacity', preset: ['STM', 'FDS', 'WSS'] },
})
