import { definePermissions } from '../../kernel/permissions.ts'

export const pickingPermissions = definePermissions('picking', {
  see: { zh: '查看领料', en: 'See picking lists', preset: ['STM', 'WSS', 'TEC', 'MTL', 'BTL', 'PTS', 'PPL', 'WHK', 'SAD', 'FDS'] },
  issue: { zh: '发料', en: 'Hand parts out to a job', preset: ['PTS', 'PPL', 'WHK'] },
  takeBack: { zh: '退料', en: 'Take parts back from a job', preset: ['PTS', 'PPL', 'WHK'] },
})
