export const zh = {
  'organisation.sign-in': '登录',
  'organisation.login': '账号',
  'organisation.password': '密码',
  'organisation.sign-out': '退出登录',
  'organisation.switch-store': '切换门店',
  'organisation.language': '语言',
  'organisation.product': '岗位 · 售后管理',
  'organisation.demo-hint': '演示门店：账号为岗位代码小写（如 sad、wss、whk），密码见启动窗口。',
  'organisation.wrong-login': '账号或密码不对。请核对后再试。',
  'organisation.too-many-attempts': '失败次数过多，请 {minutes} 分钟后再试，或联系本店管理员重置密码。',
  'organisation.no-position': '您在该门店没有岗位。请联系本店管理员。',
} as const
