import type { passOnZh } from './pass-on.zh-CN.ts'

export const passOnEn: Record<keyof typeof passOnZh, string> = {
  'repair-orders.pass-on': 'Give to a colleague',
  'repair-orders.passed-on': '{name} looks after this order now',
  'repair-orders.colleague': 'Colleague',
  'repair-orders.choose-colleague': 'Choose the colleague',
  'repair-orders.pass-on-reason': 'Reason',
  'repair-orders.closed-already': 'The car has left; its order is not given to anybody any more.',
  'repair-orders.not-an-advisor': 'An order is given to a service advisor, the front-desk supervisor, an insurance specialist or a warranty clerk.',
  'repair-orders.his-already': 'He looks after this order already.',
  'repair-orders.pass-on-needs-reason': 'Say why the order is given on.',
}
