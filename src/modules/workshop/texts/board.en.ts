import type { boardZh } from './board.zh-CN.ts'

export const boardEn: Record<keyof typeof boardZh, string> = {
  'workshop.bay-unknown': 'There is no bay {bay} in use. Choose one of the list.',
  'workshop.bay-out': 'Bay {bay} is out of service then: {reason}. Choose another bay or time.',
  'workshop.bay-taken': '{plate} stands in bay {bay} then. A bay holds one car at a time: choose another bay or time.',
  'workshop.plan-over': 'This job is over; it cannot be planned any more.',
  'workshop.plan-in-past': 'That time has passed. Choose a time from now on.',
  'workshop.begun-keeps-start': 'This job was begun, so its start stays. Only its bay can change.',
  'workshop.bay-twice': 'There is a bay {bay} already. Choose another name.',
  'workshop.bay-in-use': 'Bay {bay} still has open jobs ({count}). Move them to another bay first.',
  'workshop.out-ends-early': 'The end must come after the beginning, and after now.',
  'workshop.out-over': 'The bay is back in service already.',
  'workshop.kind.mechanical': 'Mechanical',
  'workshop.kind.body': 'Body',
  'workshop.kind.paint': 'Paint',
  'workshop.kind.alignment': 'Alignment',
  'workshop.kind.wash': 'Wash',
  'workshop.board': 'Workshop board',
}
