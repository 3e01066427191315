import { definePermissions } from '../../kernel/permissions.ts'

export const answerPermissions = definePermissions('answers', {
  send: { zh: '向客户发送报价与增项链接', en: 'Send the customer a link to an estimate or added work', preset: ['STM', 'FDS', 'SAD'] },
})
