import { definePermissions } from '../../kernel/permissions.ts'

export const qualityPermissions = definePermissions('quality', {
  see: { zh: '查看质保与返修', en: 'See guarantee and comebacks', preset: ['GM', 'STM', 'FDS', 'WSS', 'SAD', 'MTL', 'BTL', 'TSU', 'QCI', 'WCL', 'CCC'] },
  seeHistory: { zh: '查看车辆维修履历', en: 'See what was done on a car before', preset: ['STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI'] },
  propose: { zh: '提出返修', en: 'Propose a comeback', preset: ['STM', 'FDS', 'SAD'] },
  decide: { zh: '裁定返修付款方', en: 'Decide who pays a comeback', preset: ['STM', 'WSS'] },
  promise: { zh: '设定质保承诺', en: 'Set the promised guarantee', preset: ['STM', 'WSS'] },
  certify: { zh: '签发竣工出厂合格证', en: 'Issue completion certificates', preset: ['QCI', 'WSS', 'TSU'] },
  void: { zh: '作废竣工出厂合格证', en: 'Void completion certificates', preset: ['STM', 'WSS'] },
})
