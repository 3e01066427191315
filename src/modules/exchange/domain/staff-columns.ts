import { Refusal } from '../../../kernel/refusal.ts'
import { normalLogin } from '../../organisation/domain/sign-in.ts'
import { codeOf, dayOf, textOf } from './cells.ts'
import type { RowOf } from './columns.ts'

const login = codeOf(normalLogin, (typed) => (/^[a-z0-9][a-z0-9._-]{1,59}$/.test(typed) ? null : new Refusal('organisation.login-shape')))

export const staffColumns = {
  name: { zh: '姓名', en: 'Name', required: true as const, also: ['员工姓名', '人员姓名', '员工', 'Full name'], read: textOf(60), example: '喻晨' },
  login: { zh: '账号', en: 'Login', required: true as const, also: ['工号', '登录名', '用户名', '员工编号', '员工号', 'User name', 'Staff number'], read: login, example: 'yuchen' },
  positions: { zh: '岗位', en: 'Positions', required: true as const, also: ['职位', '职务', '岗位名称', '岗位代码', 'Position'], read: textOf(200), example: 'SAD' },
  since: { zh: '入职日期', en: 'Since', also: ['到岗日期', '上岗日期', '入职时间', 'Start date'], read: dayOf, example: '2026-03-01' },
}
export type StaffRow = RowOf<typeof staffColumns>
