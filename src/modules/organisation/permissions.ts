import { definePermissions } from '../../kernel/permissions.ts'

export const organisationPermissions = definePermissions('organisation', {
  seeStaff: { zh: '查看本店员工名单', en: 'See the staff of the store', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'PTS', 'QCI', 'WCL', 'INS', 'CCC', 'FIN', 'ADM', 'SYS', 'SEC'] },
  seeAccounts: { zh: '查看员工账号与登录情况', en: 'See accounts of the staff and their sessions', preset: ['GM', 'ADM', 'SYS', 'SEC', 'AUD'] },
  maintainStaff: { zh: '新增员工、变更岗位、办理离职与复职', en: 'Add people, change their positions, record leavers and returners', preset: ['GM', 'ADM', 'SEC'] },
  resetAccess: { zh: '重置密码与两步验证、制发工牌', en: 'Reset passwords and second factors, issue badges', preset: ['SEC'] },
  endSessions: { zh: '结束他人的登录', en: 'End the sessions of others', preset: ['SYS', 'SEC'] },
  seeRights: { zh: '查看岗位权限', en: 'See the rights of the positions', preset: ['GM', 'SYS', 'SEC', 'AUD'] },
  changeRights: { zh: '申请变更岗位权限', en: 'Ask for a change of rights', preset: ['SEC'] },
  approveRights: { zh: '批准他人申请的权限变更', en: 'Approve a change of rights that another asked for', preset: ['SEC'] },
  noteRights: { zh: '知悉单人完成的权限变更', en: 'Take note of changes of rights made by one person alone', preset: ['GM'] },
  maintainLimits: { zh: '设置岗位额度', en: 'Set the limits of the positions', preset: ['GM'] },
  seePolicy: { zh: '查看登录规则与平板设备', en: 'See the sign-in policy and the tablets', preset: ['SYS', 'SEC', 'AUD'] },
  maintainPolicy: { zh: '设置登录规则', en: 'Set the sign-in policy', preset: ['SEC'] },
  maintainDevices: { zh: '登记与停用共用平板', en: 'Enrol and revoke shared tablets', preset: ['SYS', 'SEC'] },
  seeCalendar: { zh: '查看营业时间与工作日历', en: 'See opening hours and the working calendar', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'PTS', 'CCC', 'FIN', 'ADM', 'SYS', 'SEC', 'AUD'] },
  maintainCalendar: { zh: '维护营业时间与工作日历', en: 'Maintain opening hours and the working calendar', preset: ['GM', 'STM', 'ADM', 'SYS'] },
})
