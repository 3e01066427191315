import { definePermissions } from '../../kernel/permissions.ts'

export const partsPlanPermissions = definePermissions('parts-plan', {
  see: { zh: '查看月度计划与符合率', en: 'See monthly plans and their conformity', preset: ['GM', 'STM', 'FDS', 'PTS', 'PPL', 'WHK', 'FIN'] },
  plan: { zh: '编制并提交采购计划', en: 'Make and submit a purchase plan', preset: ['FDS', 'PTS', 'PPL'] },
  planStock: { zh: '编制库存月度计划', en: 'Plan the stock of a month', preset: ['PTS', 'PPL'] },
  approve: { zh: '审核月度计划', en: 'Approve or send back a monthly plan', preset: ['STM', 'PTS'] },
  upload: { zh: '登记月度计划已上传', en: 'Record the upload of a monthly plan', preset: ['PTS', 'PPL'] },
  review: { zh: '登记符合率核查结论', en: 'Record what one concluded from the conformity rates', preset: ['STM', 'PTS'] },
})
