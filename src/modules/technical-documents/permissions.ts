import { definePermissions } from '../../kernel/permissions.ts'

export const technicalDocumentPermissions = definePermissions('technical-documents', {
  see: { zh: '查看技术资料', en: 'Read technical documents', preset: ['STM', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI'] },
  keep: { zh: '维护技术资料', en: 'Keep technical documents', preset: ['STM', 'WSS', 'TSU'] },
})
