/** Words of every screen that no module owns. */
export const webZh = {
  'web.unreachable': '连不上服务器。您的输入还在，请检查网络后重试。',
  'web.failed': '没有完成：{detail}',
  'web.request': '请求编号 {id}',
  'web.more': '再显示 {count} 条',
  'web.all-shown': '共 {count} 条',
  'web.theme-dark': '深色界面',
  'web.theme-light': '浅色界面',
  'web.navigation': '主导航',
  'web.group-front': '前台',
  'web.group-workshop': '车间',
  'web.group-parts': '配件',
  'web.group-manage': '管理',
  'web.person-menu': '我的',
} as const

export const webEn: Record<keyof typeof webZh, string> = {
  'web.unreachable': 'The server cannot be reached. Your input is kept; check the network and try again.',
  'web.failed': 'Not done: {detail}',
  'web.request': 'Request {id}',
  'web.more': 'Show {count} more',
  'web.all-shown': '{count} in all',
  'web.theme-dark': 'Dark',
  'web.theme-light': 'Light',
  'web.navigation': 'Main navigation',
  'web.group-front': 'Front desk',
  'web.group-workshop': 'Workshop',
  'web.group-parts': 'Parts',
  'web.group-manage': 'Management',
  'web.person-menu': 'Me',
}
