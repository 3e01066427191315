import type { PackPosition } from './pack.ts'

export const storekeeper: PackPosition = {
  position: 'WHK', reportsTo: ['PTS'], worksWith: [],
  duties: [
    {
      id: 'WHK-1.1', area: 'receiving', holder: 'position', when: 'day@open', watch: [],
      zh: '每天上班电话问物流到货与代收金额',
      en: 'Ask the carriers each morning what has arrived and what is due on delivery',
      proof: [{ kind: 'auto', zh: '在途到货已更新', en: 'inbound shipments updated' }],
    },
    {
      id: 'WHK-1.2', area: 'receiving', holder: 'position', when: 'on(shipment.arrived)+P0D', watch: [],
      zh: '到主管处领代收款，陪司机提货',
      en: 'Draw the cash on delivery from the supervisor; collect with the driver',
      proof: [{ kind: 'auto', zh: '提货与代收款已结', en: 'pick-up with cash advance settled' }],
    },
    {
      id: 'WHK-1.3', area: 'receiving', holder: 'position', when: 'on(shipment.collected)', watch: [],
      zh: '提货清点件数，易碎或黄标箱当场开验，异常注明发运单并反馈',
      en: 'Count pieces; open fragile or yellow-labelled boxes on the spot; note faults on the waybill and report them',
      proof: [{ kind: 'check', zh: '提货检查', en: 'pick-up' }, { kind: 'photo' }],
    },
    {
      id: 'WHK-2.1', area: 'receiving', holder: 'position', when: 'on(shipment.collected)+P0D', watch: [],
      zh: '逐一开箱验收核对随货单数量',
      en: 'Open every box and check it against the delivery note',
      proof: [{ kind: 'auto', zh: '逐行实收数量', en: 'received quantities per line' }],
    },
    {
      id: 'WHK-2.2', area: 'inventory', holder: 'position', when: 'on(delivery.accepted)+P0D', watch: [],
      zh: '精品放二楼，配件上架，不放地面通道',
      en: 'Accessories to the second floor, parts on their shelf; nothing on floor or aisle',
      proof: [{ kind: 'auto', zh: '已上架到货位', en: 'put away to a bin' }],
    },
    {
      id: 'WHK-2.3', area: 'receiving', holder: 'position', when: 'on(delivery.accepted)+P0D', watch: [],
      zh: '随货单和发运单签字交计划员入库',
      en: 'Sign delivery note and waybill; hand them to the planner',
      proof: [{ kind: 'auto', zh: '签字单据已附', en: 'signed papers attached' }],
    },
    {
      id: 'WHK-3.1', area: 'inventory', holder: 'position', when: 'on(picking.requested)', watch: [],
      zh: '凭领料单取料须百分百正确，储备不足或滞销报计划员',
      en: 'Pick from the list, 100% right; report low or slow stock to the planner',
      proof: [{ kind: 'auto', zh: '扫码确认领料；缺件已上报', en: 'scan-confirmed picks; shortages reported' }],
    },
    {
      id: 'WHK-3.2', area: 'accessories', holder: 'position', when: 'on(accessory.picking)', watch: [],
      zh: '精品凭单取料，无库存报精品采购员',
      en: 'Pick accessories from the slip; if out of stock, tell the accessories buyer',
      proof: [{ kind: 'auto', zh: '领料或缺件', en: 'pick or shortage' }],
    },
    {
      id: 'WHK-3.3', area: 'inventory', holder: 'position', when: 'on(parts_sale.confirmed)', watch: [],
      zh: '配件销售凭销售单领取，需发货的附清单并及时打包发运',
      en: 'Counter sales against the sales slip; shipments leave packed, with a packing list',
      proof: [{ kind: 'auto', zh: '出库；发运', en: 'issue; shipment' }],
    },
    {
      id: 'WHK-4.1', area: 'inspections', holder: 'position', when: 'day@close', watch: [],
      zh: '下班前上架清扫，货架整齐',
      en: 'Before leaving shelve and clean',
      proof: [{ kind: 'check', zh: '仓库 5S', en: 'store 5S' }, { kind: 'auto', zh: '未上架的入库', en: 'receipts not yet put away' }],
    },
    {
      id: 'WHK-4.2', area: 'inspections', holder: 'position', when: 'day@close', watch: [],
      zh: '下班前查库房门窗电源',
      en: 'Before leaving check doors, windows and power',
      proof: [{ kind: 'check', zh: '库房关闭检查', en: 'store closing' }],
    },
    {
      id: 'WHK-4.3', area: 'inspections', holder: 'position', when: 'day@close', watch: [],
      zh: '下班前查卫生间水龙头和灯',
      en: 'Before leaving check taps and lights in the washroom',
      proof: [{ kind: 'check', zh: '库房关闭检查', en: 'store closing' }],
    },
    {
      id: 'WHK-5.1', area: 'counts', holder: 'position', when: 'day', watch: [],
      zh: '检查零件数量、质量、货位码',
      en: "Check parts' quantity, quality and bin code",
      proof: [{ kind: 'auto', zh: '循环盘点', en: 'cycle counts' }],
    },
    {
      id: 'WHK-5.2', area: 'inventory', holder: 'position', when: 'always', watch: [],
      zh: '按存放原则安排货位，记录并调整，报计划员录入',
      en: 'Arrange bins by storage rules, record and move, have them entered',
      proof: [{ kind: 'auto', zh: '移库记录', en: 'bin moves' }],
    },
    {
      id: 'WHK-5.3', area: 'inventory', holder: 'position', when: 'always', watch: [],
      zh: '出入库先进先出',
      en: 'First in first out',
      proof: [{ kind: 'auto', zh: '先进先出，系统强制', en: 'oldest lot first, enforced' }],
    },
    {
      id: 'WHK-6.1', area: 'counts', holder: 'position', when: 'FREQ=MONTHLY;INTERVAL=2', watch: [],
      zh: '定期盘点，账物卡一致',
      en: 'Count regularly; books, goods and cards agree',
      proof: [{ kind: 'auto', zh: '盘点准确率', en: 'count accuracy' }],
    },
    {
      id: 'WHK-6.2', area: 'access', holder: 'each', when: 'always', watch: [],
      zh: '遵守制度，不外泄文件与商业秘密',
      en: "Follow the company's rules; keep its documents and trade secrets inside",
      proof: [{ kind: 'auto', zh: '导出与访问日志', en: 'export and access log' }],
    },
  ],
}
