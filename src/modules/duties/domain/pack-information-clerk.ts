import type { PackPosition } from './pack.ts'

export const informationClerk: PackPosition = {
  position: 'INF', reportsTo: ['STM'], worksWith: ['FDS', 'WSS', 'OEM'],
  duties: [
    {
      id: 'INF-1.1', area: 'people', holder: 'position', when: 'always', watch: [],
      zh: '管理部门人员档案，留存全部应聘者资料，建立后备库',
      en: "Keep staff files and every applicant's papers, as a reserve pool",
      proof: [{ kind: 'auto', zh: '人员与应聘者档案齐全', en: 'staff and candidate files complete' }],
    },
    {
      id: 'INF-1.2', area: 'meetings', holder: 'position', when: 'on(meeting.held | training.held)+P1D', watch: [],
      zh: '会议有记录有照片并下发文件；培训记录与照片存档',
      en: 'Minute each department meeting with photos and issue it; file training records with photos',
      proof: [{ kind: 'auto', zh: '纪要已下发并附照片', en: 'minutes issued, photo attached' }],
    },
    {
      id: 'INF-1.3', area: 'people', holder: 'position', when: 'on(employee.joined | employee.left)+P3D', watch: [],
      zh: '维护售后DMS、小扳手、网络营销学院三系统账号，入离职三天内向厂家报备',
      en: "Keep the staff accounts of the three manufacturer systems (after-sales DMS, the technicians' app, the online academy); report joiners and leavers within three days",
      proof: [{ kind: 'auto', zh: '三个系统的账号报备均已确认', en: 'account report confirmed in all three systems' }],
    },
    {
      id: 'INF-1.4', area: 'notices', holder: 'position', when: 'day', watch: [],
      zh: '每日收取厂家邮件，按性质转给相关人员，并把结果及时回复厂家',
      en: "Collect the manufacturer's mail daily, route it by kind, answer with the result",
      proof: [{ kind: 'auto', zh: '当日邮件已分送并回复', en: 'mail of the day routed; answers sent' }],
    },
    {
      id: 'INF-1.5', area: 'tasks', holder: 'position', when: 'on(request.assigned)', watch: [],
      zh: '按经理要求做会议记录、发通知、填报表、拟报告',
      en: 'Write minutes, notices, forms and reports on request',
      proof: [{ kind: 'auto', zh: '任务已关闭', en: 'task closed' }],
    },
    {
      id: 'INF-1.6', area: 'reports', holder: 'position', when: 'day@close', watch: [],
      zh: '每日整理问诊单，登记营业日报并上报总经理',
      en: "Sort the day's consultation sheets, enter the daily business report, send it to the general manager",
      proof: [{ kind: 'auto', zh: '营业日报已上报', en: 'daily report sent' }],
    },
    {
      id: 'INF-2.1', area: 'roster', holder: 'each', when: 'on(roster.assigned)', watch: [],
      zh: '与前台轮流站岗引导进店客户',
      en: 'Take turns with the front desk at greeting duty and guide arriving customers',
      proof: [{ kind: 'auto', zh: '值岗签到', en: 'roster check-in' }],
    },
    {
      id: 'INF-2.2', area: 'renewals', holder: 'each', when: 'FREQ=MONTHLY', watch: [],
      zh: '完成下达的续保任务',
      en: 'Meet the assigned renewal task',
      proof: [{ kind: 'auto', zh: '本人续保／指标', en: 'own renewals / target' }],
    },
    {
      id: 'INF-2.3', area: 'targets', holder: 'position', when: 'day', watch: [],
      zh: '每日登记经营目标看板',
      en: 'Update the business target board daily',
      proof: [{ kind: 'auto', zh: '经营目标看板当日数据', en: 'target board figures of the day' }],
    },
    {
      id: 'INF-2.4', area: 'training', holder: 'position', when: 'FREQ=MONTHLY', watch: [],
      zh: '做培训计划并登记培训看板',
      en: 'Make the training plan and keep the training board',
      proof: [{ kind: 'auto', zh: '培训计划已发布', en: 'training plan published' }],
    },
    {
      id: 'INF-2.5', area: 'accident', holder: 'position', when: 'on(damage_list.handwritten)+P0D', watch: [],
      zh: '协助登记事故车并出具电子报损单',
      en: 'Help register accident vehicles and issue the electronic damage list',
      proof: [{ kind: 'auto', zh: '电子报损单已出具', en: 'electronic damage list issued' }],
    },
    {
      id: 'INF-2.6', area: 'inspections', holder: 'position', when: 'day', watch: [],
      zh: '每日售后6S点检并上报站长',
      en: 'Do the daily 6S round and report it to the station manager',
      proof: [{ kind: 'check', zh: '6S 点检', en: '6S round' }, { kind: 'photo' }, { kind: 'auto', zh: '已上报站长', en: 'sent to STM' }],
    },
    {
      id: 'INF-2.7', area: 'tasks', holder: 'position', when: 'on(request.assigned)', watch: [],
      zh: '完成上级交办的其他工作',
      en: 'Other assigned work',
      proof: [{ kind: 'auto', zh: '任务已关闭', en: 'task closed' }],
    },
  ],
}
