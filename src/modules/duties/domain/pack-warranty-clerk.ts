import type { PackPosition } from './pack.ts'

export const warrantyClerk: PackPosition = {
  position: 'WCL', reportsTo: ['STM', 'FDS'], worksWith: [],
  duties: [
    {
      id: 'WCL-1.1', area: 'warranty', holder: 'position', when: 'on(warranty.requested)', watch: [],
      zh: '鉴定旧件是否在保修期内（索赔代码库-故障件库）',
      en: 'Judge whether the old part is within warranty (fault-part code library)',
      proof: [{ kind: 'auto', zh: '按日期、里程与件规判定保修', en: 'eligibility verdict from date, mileage and part rule' }],
    },
    {
      id: 'WCL-1.2', area: 'warranty', holder: 'position', when: 'on(warranty.requested)', watch: [],
      zh: '确认保内车配件编码，判断是否须提索赔报告（材料库特批）',
      en: 'Confirm the part number and whether a prior report is needed (material library, special approval)',
      proof: [{ kind: 'auto', zh: '编码核对；特批标记', en: 'code check; prior-approval flag' }],
    },
    {
      id: 'WCL-1.3', area: 'warranty', holder: 'position', when: 'on(claim.needs_report)+P0D', watch: [],
      zh: '需申请的车辆提报申请报告（有路救的报24小时救援报告）',
      en: 'File the application report where one is needed (with road rescue: the form called 24-hour rescue report)',
      proof: [{ kind: 'auto', zh: '报告已提报', en: 'report submitted' }],
    },
    {
      id: 'WCL-1.4', area: 'warranty', holder: 'position', when: 'on(claim.created)', watch: [],
      zh: '依鉴定手册与新旧件对比确认是否原厂件',
      en: 'Confirm by the manual, old beside new, that the part is genuine',
      proof: [{ kind: 'check', zh: '原厂件鉴定', en: 'genuine part' }, { kind: 'photo' }],
    },
    {
      id: 'WCL-1.5', area: 'warranty', holder: 'position', when: 'on(claim.urgent_part)+P0D', watch: [],
      zh: '特别配件提报索赔急件报告',
      en: 'File the urgent-part report for special parts',
      proof: [{ kind: 'auto', zh: '急件报告已提报', en: 'urgent report submitted' }],
    },
    {
      id: 'WCL-1.6', area: 'warranty', holder: 'position', when: 'on(claim.repaired)+P0D', watch: [],
      zh: '收集拆下的保修旧件',
      en: 'Collect the removed warranty parts',
      proof: [{ kind: 'auto', zh: '旧件已贴签入库', en: 'old part labelled and stored' }],
    },
    {
      id: 'WCL-1.7', area: 'warranty', holder: 'position', when: 'on(claim.repaired)+P0D', watch: [],
      zh: '当天提报当天保修单据',
      en: 'File warranty documents the same day',
      proof: [{ kind: 'auto', zh: '索赔单已提报', en: 'claim filed' }],
    },
    {
      id: 'WCL-1.8', area: 'warranty', holder: 'position', when: 'FREQ=WEEKLY', watch: [],
      zh: '打印整理保修登记卡',
      en: 'Print and sort warranty registration cards',
      proof: [{ kind: 'auto', zh: '登记卡已打印', en: 'cards printed' }],
    },
    {
      id: 'WCL-1.9', area: 'warranty', holder: 'position', when: 'FREQ=MONTHLY;BYMONTHDAY=28', watch: [],
      zh: '28日前寄回保修登记卡与保养凭证',
      en: 'Mail warranty cards and maintenance vouchers to the manufacturer by the 28th',
      proof: [{ kind: 'auto', zh: '寄件及单号', en: 'shipment with tracking number' }],
    },
    {
      id: 'WCL-1.10', area: 'warranty', holder: 'position', when: 'FREQ=MONTHLY;BYMONTHDAY=10', watch: [],
      zh: '10日前把上月保修旧件打包寄回厂家索赔科',
      en: "Pack last month's old parts and send them to the manufacturer's claims section by the 10th",
      proof: [{ kind: 'auto', zh: '旧件寄送清单完整', en: 'old-part shipment lists every due part' }],
    },
    {
      id: 'WCL-1.11', area: 'warranty', holder: 'position', when: 'on(claim.statement_received)+P3D', watch: [],
      zh: '核对结算单据，有疑问联系厂家',
      en: 'Check settlement statements; take up doubts with the manufacturer',
      proof: [{ kind: 'auto', zh: '结算单逐行核对', en: 'statement matched line by line' }],
    },
    {
      id: 'WCL-2.1', area: 'warranty', holder: 'position', when: 'on(maintenance.claimed)', watch: [],
      zh: '审核保养车辆公里数',
      en: 'Audit the mileage of serviced vehicles',
      proof: [{ kind: 'auto', zh: '里程与历史相符', en: 'mileage plausible against history' }],
    },
    {
      id: 'WCL-2.2', area: 'warranty', holder: 'position', when: 'on(maintenance.claimed)+P0D', watch: [],
      zh: '当天提报保养单据',
      en: 'File maintenance documents the same day',
      proof: [{ kind: 'auto', zh: '保养单据已提报', en: 'maintenance claim filed' }],
    },
    {
      id: 'WCL-2.3', area: 'warranty', holder: 'position', when: 'on(maintenance.claimed)+P1D', watch: [],
      zh: '整理保养凭证：客户信息、签字、车辆信息齐全',
      en: 'Sort maintenance vouchers: customer, signature, vehicle complete',
      proof: [{ kind: 'auto', zh: '凭证齐全', en: 'voucher complete' }],
    },
    {
      id: 'WCL-2.4', area: 'warranty', holder: 'position', when: 'FREQ=MONTHLY;BYMONTHDAY=28', watch: [],
      zh: '每月28日前把保养凭证随保修凭证一并寄厂家',
      en: 'Send the maintenance vouchers to the manufacturer with the warranty vouchers by the 28th',
      proof: [{ kind: 'auto', zh: '寄件', en: 'shipment' }],
    },
    {
      id: 'WCL-3.1', area: 'three-guarantee', holder: 'position', when: 'on(three_guarantee.warning)+P0D', watch: [],
      zh: '核查三包车是否预警并提报三包预警报告',
      en: 'Check whether a three-guarantee vehicle is at warning level; file the warning report',
      proof: [{ kind: 'auto', zh: '预警报告已提报', en: 'warning report filed' }],
    },
    {
      id: 'WCL-3.2', area: 'three-guarantee', holder: 'position', when: 'on(three_guarantee.reported)+P3D', watch: [],
      zh: '写回预警报告并确认厂家意见',
      en: "Write back the report and confirm the manufacturer's opinion",
      proof: [{ kind: 'auto', zh: '厂家意见已记录', en: 'opinion recorded' }],
    },
    {
      id: 'WCL-3.3', area: 'three-guarantee', holder: 'position', when: 'on(three_guarantee.registered)+P1D', watch: [],
      zh: '打印三包凭证并归档',
      en: 'Print the three-guarantee certificate and archive it',
      proof: [{ kind: 'auto', zh: '凭证已归档', en: 'certificate archived' }],
    },
    {
      id: 'WCL-3.4', area: 'three-guarantee', holder: 'position', when: 'on(archive.requested)+P0D', watch: [],
      zh: '协助客户查阅三包档案',
      en: 'Help customers consult their file',
      proof: [{ kind: 'auto', zh: '查阅已记录', en: 'access recorded' }],
    },
    {
      id: 'WCL-4.1', area: 'reception', holder: 'position', when: 'always', watch: [],
      zh: '进站量大时协助接车',
      en: 'Help reception at peak',
      proof: [{ kind: 'auto', zh: '已接待车辆', en: 'visits received' }],
    },
    {
      id: 'WCL-4.2', area: 'reports', holder: 'position', when: 'FREQ=MONTHLY', watch: [],
      zh: '协助站长分析保修数据',
      en: 'Help the station manager analyse warranty data',
      proof: [{ kind: 'auto', zh: '保修数据报表', en: 'warranty report' }],
    },
  ],
}
