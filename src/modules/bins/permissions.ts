import { definePermissions } from '../../kernel/permissions.ts'

export const binPermissions = definePermissions('bins', {
  see: { zh: '查看货位', en: 'See the bins', preset: ['GM', 'STM', 'TSU', 'PTS', 'PPL', 'WHK', 'FIN'] },
  move: { zh: '移动货位', en: 'Move parts between bins', preset: ['PTS', 'WHK'] },
  arrange: { zh: '维护存放原则与货位', en: 'Keep storage rules and bins', preset: ['PTS', 'PPL', 'WHK'] },
})
