import { definePermissions } from '../../kernel/permissions.ts'

/** What is found is decided by the rights of each list; this one opens the box. */
export const searchPermissions = definePermissions('search', {
  find: {
    zh: '全局搜索', en: 'Search everywhere',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'ACB'],
  },
})
