export const zh = {
  'search.title': '搜索',
  'search.hint': '车牌、车架号、手机尾号、姓名、单号、件号',
  'search.kind.order': '工单',
  'search.kind.vehicle': '车辆',
  'search.kind.customer': '客户',
  'search.kind.part': '配件',
  'search.kind.sale': '配件销售',
} as const
