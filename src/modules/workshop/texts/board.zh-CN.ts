/** The board: bays, plan, what waits. */
export const boardZh = {
  'workshop.bay-unknown': '没有可用的工位 {bay}。请从列表中选择工位。',
  'workshop.bay-out': '工位 {bay} 在这段时间停用：{reason}。请换工位或时间。',
  'workshop.bay-taken': '工位 {bay} 在这段时间已有车辆 {plate}。一个工位同时只能停一辆车，请换工位或时间。',
  'workshop.plan-over': '这项任务已结束，不能再排。',
  'workshop.plan-in-past': '不能排到已经过去的时间。请选择现在之后的时间。',
  'workshop.begun-keeps-start': '这项任务已开工，开始时间不能改，只能换工位。',
  'workshop.bay-twice': '已经有工位 {bay}。请换一个名称。',
  'workshop.bay-in-use': '工位 {bay} 还有 {count} 项未完成的任务。请先把它们移到别的工位。',
  'workshop.out-ends-early': '结束时间必须晚于开始时间和现在。',
  'workshop.out-over': '这次停用已经结束。',
  'workshop.kind.mechanical': '机电',
  'workshop.kind.body': '钣金',
  'workshop.kind.paint': '喷漆',
  'workshop.kind.alignment': '四轮定位',
  'workshop.kind.wash': '洗车',
  'workshop.board': '车间看板',
}
