export const passOnZh = {
  'repair-orders.pass-on': '转交工单',
  'repair-orders.passed-on': '工单已转交 {name}',
  'repair-orders.colleague': '接手的同事',
  'repair-orders.choose-colleague': '请选择同事',
  'repair-orders.pass-on-reason': '转交原因',
  'repair-orders.closed-already': '车已离店，工单不能再转交。',
  'repair-orders.not-an-advisor': '只能转交给服务顾问、前台主管、保险专员或索赔员。',
  'repair-orders.his-already': '这张工单已经由他负责。',
  'repair-orders.pass-on-needs-reason': '请填写转交原因。',
} as const
