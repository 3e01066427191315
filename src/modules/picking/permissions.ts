import { definePermissions } from '../../kernel/permissions.ts'

export const pickingPermissions = definePermissions('picking', {
  see: { zh: '查看领料', en: 'See picking lists', preset: ['STM', 'WSS', 'TEC', 'MTL', 'BTL', 'PTS', 'PPL', 'WHK', 'SAD', 'FDS'] },
  issue: { zh: '发料', en: 'Hand parts out to a job', preset: ['PTS', 'PPL', 'WHK'] },
  keepRule: { zh: '维护扫码规则，查看未扫码发料', en: 'Keep the rule of scanning and see what left unscanned', preset: ['STM', 'PTS'] },
  takeBack: { zh: '退料', en: 'Take parts back from a job', preset: ['PTS', 'PPL', 'WHK'] },
})
