export const zh = {
  'stock.title': '库存',
  'stock.not-enough': '「{part}」库存不足：可用 {free}，需要 {asked}。请先补货或调拨。',
  'stock.reserved-elsewhere': '「{part}」可用 {free}，另有 {reserved} 已为其他工单预留。请配件主管调整预留。',
  'stock.lot-not-here': '扫描的批次不在货架上。请核对标签。',
  'stock.older-lot-first': '先进先出：请先发货位 {bin} 上 {day} 入库的批次。',
  'stock.more-than-issued': '退料数量超过已领数量（{issued}）。',
  'stock.not-a-bin': '货位「{bin}」不能存放配件或已停用。',
  'stock.received-in-future': '入库日期 {day} 晚于今天。',
  'stock.not-a-receipt': '这不是入库记录，不能冲销。',
  'stock.already-taken-back': '这笔入库已经冲销过一次。',
  'stock.lot-already-used': '该批次已有部分发出或移位，不能整笔冲销。',
} as const
