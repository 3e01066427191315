import { definePermissions } from '../../kernel/permissions.ts'

export const photoPermissions = definePermissions('photos', {
  see: {
    zh: '查看照片', en: 'See photos',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'CCC', 'FIN', 'CSH'],
  },
  take: { zh: '拍照留证', en: 'Take photos', preset: ['STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WCL', 'INS', 'PTS', 'PPL', 'WHK', 'CCC'] },
  remove: { zh: '移除照片', en: 'Take photos away', preset: ['STM', 'FDS', 'SAD', 'WSS'] },
})
