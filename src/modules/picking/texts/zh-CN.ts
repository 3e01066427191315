export const zh = {
  'picking.title': '领料',
  'picking.not-in-work': '工单未委托或已完工，不能发料。',
  'picking.more-than-authorised': '「{part}」超过委托数量，还可发 {open}。',
  'picking.already-settled': '工单已结算，不能退料。请先冲销结算。',
  'picking.line-twice': '同一项目在一次发料中只能出现一次。',
} as const
