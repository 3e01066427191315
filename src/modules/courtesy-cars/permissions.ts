import { definePermissions } from '../../kernel/permissions.ts'

export const courtesyCarPermissions = definePermissions('courtesy-cars', {
  see: { zh: '查看代步车', en: 'See courtesy cars', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'CCC', 'INS'] },
  maintain: { zh: '维护代步车', en: 'Keep the courtesy cars', preset: ['STM', 'FDS'] },
  lend: { zh: '预定、借出与收回代步车', en: 'Book, hand out and take back courtesy cars', preset: ['STM', 'FDS', 'SAD'] },
})
