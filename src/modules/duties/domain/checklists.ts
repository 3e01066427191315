export type ChecklistPoint = {
  readonly id: string; readonly zh: string; readonly en: string
  /** Signed only with a picture of it. */ readonly photo: boolean
  /** A failure needs a word on it. */ readonly noteOnFail: boolean
  /** Asked no more; lists that were signed keep it. */ readonly retired: boolean
}
export type Checklist = { readonly code: string; readonly zh: string; readonly en: string; readonly points: readonly ChecklistPoint[] }

const list = (code: string, zh: string, en: string, ...points: readonly (readonly [string, string, string])[]): Checklist =>
  ({ code, zh, en, points: points.map(([id, pointZh, pointEn]) => ({ id, zh: pointZh, en: pointEn, photo: false, noteOnFail: true, retired: false })) })

/** The visit as the customer lives it, for the audit of one car (FDS-2.5). */
export const processAudit: Checklist = list('process audit', '流程点检', 'Process audit', ['greeted', '到店三分钟内有人迎接', 'Greeted within three minutes'], ['set', '当客户面套四件套', 'Four-piece set fitted before the customer'],
  ['walk-around', '与客户一起环车检查', 'Walk-around together with the customer'], ['valuables', '提醒贵重物品', 'Reminded of valuables'], ['words', '问诊记录客户原话', "Consultation in the customer's words"],
  ['explained', '项目、费用、时间逐项讲解', 'Work, cost and time explained'], ['signed', '委托书签字并交客户联', 'Authorisation signed, copy given'], ['appointment', '预约车按预约流程接待', 'Appointed car got the appointment process'])

/** The checklists that ship; `code` is the name a duty's proof gives it. */
export const checklists: readonly Checklist[] = [
  list('front-desk 5S', '前台 5S', 'Front desk 5S', ['floor', '地面干净无水渍', 'Floor clean and dry'], ['desks', '台面整洁，无私人物品', 'Desks tidy, no private things'], ['glass', '玻璃与门把手洁净', 'Glass and door handles clean'],
    ['lounge', '休息区桌椅归位、饮水充足', 'Lounge: chairs in place, drinks filled'], ['forms', '表单与笔齐备', 'Forms and pens at hand'], ['washroom', '洗手间清洁', 'Washroom clean']),
  list('big clean', '大扫除', 'Big clean', ['floor', '地面彻底清洗', 'Floor washed'], ['glass', '玻璃内外擦净', 'Glass wiped inside and outside'], ['furniture', '桌椅、柜面、休息室擦净', 'Desks, chairs, cabinets, rest room wiped'],
    ['things', '物品按定位摆放', 'Things in their marked places'], ['bins', '垃圾清空', 'Bins emptied']),
  list('desk opening', '开台检查', 'Desk opening', ['forms', '问诊单、委托书、四件套齐备', 'Consultation sheets, authorisations, four-piece sets ready'], ['devices', '电脑、打印机、平板可用', 'Computer, printer, tablet work'],
    ['appearance', '工装、工牌、仪容整洁', 'Uniform, badge, appearance in order'], ['board', '今日预约已看', "Today's appointments read"]),
  list('desk 5S', '前台桌面 5S', 'Desk 5S', ['area', '责任区已清扫', 'Own area cleaned'], ['desk', '桌面整理归位', 'Desk tidied'], ['papers', '客户资料已收好', "Customers' papers put away"]),
  list('workshop 5S', '车间 5S', 'Workshop 5S', ['floor', '地面无油污积水', 'No oil or water on the floor'], ['aisles', '通道畅通', 'Aisles free'], ['equipment', '设备归位断电', 'Equipment in place and switched off'],
    ['tools', '工具归位', 'Tools in place'], ['waste', '废油旧件入指定容器', 'Waste oil and old parts in their containers'], ['lifts', '举升机降到位', 'Lifts lowered']),
  list('6S round', '6S 点检', '6S round', ['sort', '整理：无多余物品', 'Sort: nothing superfluous'], ['order', '整顿：定位定量', 'Set in order: places and numbers'], ['shine', '清扫：无死角', 'Shine: no corner left out'],
    ['standard', '清洁：标准上墙', 'Standardise: standards posted'], ['sustain', '素养：着装与纪律', 'Sustain: clothes and discipline'], ['safety', '安全：消防与用电', 'Safety: fire and power']),
  list('store safety', '仓库安全检查', 'Store safety', ['fire', '灭火器在位有效', 'Extinguishers in place and valid'], ['power', '线路与插座无隐患', 'Wires and sockets sound'], ['aisles', '通道与出口畅通', 'Aisles and exits free'],
    ['dangerous', '油品、电池单独存放', 'Oil and batteries stored apart'], ['racks', '货架稳固不超载', 'Racks firm, not overloaded']),
  list('store 5S', '仓库 5S', 'Store 5S', ['floor', '配件不落地', 'No part on the floor'], ['aisles', '不堵通道', 'No blocked aisle'], ['shelved', '到货已上架', 'Arrived goods shelved'], ['labels', '货位标签清楚', 'Bin labels readable']),
  list('store closing', '库房关闭检查', 'Store closing', ['doors', '门已锁', 'Doors locked'], ['windows', '窗已关', 'Windows closed'], ['power', '电源已断', 'Power switched off'], ['taps', '卫生间水龙头与灯已关', 'Washroom taps and lights off']),
  list('equipment and appearance, signed', '设备与仪容', 'Equipment and appearance', ['equipment', '设备复查正常', 'Equipment checked and sound'], ['sheet', '点检表已签字', 'Check sheet signed'], ['clothes', '工装整齐', 'Work clothes in order'], ['hair', '头发整洁', 'Hair in order']),
  list('tool count', '工具清点', 'Tool count', ['tools', '工具数量齐全', 'Tools complete'], ['equipment', '设备无故障', 'Equipment without faults'], ['loans', '借出工具已归还', 'Lent tools returned']),
  list('team 5S; oil drum <= 2/3', '班组 5S', 'Team 5S', ['cart', '工具车、工具架归位', 'Tool cart and rack in place'], ['drum', '油桶不超过三分之二', 'Oil drum no fuller than two thirds'], ['covers', '翼子板垫清洁归位', 'Fender covers clean and in place'],
    ['old-parts', '旧件盒清空', 'Old-part box emptied'], ['floor', '工位地面清扫', 'Floor of the bays swept']),
  list('four-piece set per vehicle in the workshop', '在修车四件套', 'Four-piece set of cars in repair', ['fitted', '在修车均已套四件套', 'Every car in repair has its set on'], ['clean', '四件套干净完好', 'Sets clean and whole'], ['corrected', '不合格已当场改正', 'Faults corrected on the spot']),
  list('genuine part', '原厂件鉴定', 'Genuine part', ['label', '标签与防伪一致', 'Label and security mark agree'], ['compare', '新旧件对比一致', 'Old beside new agrees'], ['manual', '符合鉴定手册', 'As the manual describes']),
  list('document review', '单据审查', 'Document review', ['order', '委托书签字齐全', 'Authorisations signed'], ['lines', '项目、备件、金额一致', 'Work, parts and amounts agree'], ['inspection', '检验记录齐全', 'Inspection records complete'],
    ['copies', '客户联已交付', "Customer's copy handed over"], ['filed', '单据已归档', 'Papers filed']),
  list('pick-up', '提货检查', 'Pick-up', ['pieces', '件数与运单一致', 'Pieces as on the waybill'], ['boxes', '外箱完好', 'Boxes whole'], ['fragile', '易碎或黄标箱已当场开验', 'Fragile or yellow-label boxes opened on the spot'], ['noted', '异常已在运单注明', 'Faults noted on the waybill']),
]

/** By its code or its name in either language; the name may be typed with spaces and capitals of any kind. */
export function findChecklist(lists: readonly Checklist[], words: string): Checklist | null {
  const key = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  return lists.find(({ code, zh, en }) => [code, zh, en].some((name) => key(name) === key(words))) ?? null
}

/** Somebody signs a list for it: data beside it must be met then, and closes nothing alone (PTS-11.2, PTS-11.3, WHK-1.3). */
export const isSigned = (proof: readonly { readonly kind: string }[]): boolean => proof.some(({ kind }) => kind === 'check')

/** The checklist that a duty's proof asks for, or null. */
export function checklistOf(proof: readonly { readonly kind: string; readonly en?: string; readonly code?: string | undefined }[], lists: readonly Checklist[] = checklists): Checklist | null {
  const wanted = proof.find(({ kind }) => kind === 'check')
  return wanted === undefined ? null : lists.find(({ code }) => code === (wanted.code ?? wanted.en)) ?? null
}

/** What is asked now. */
export const askedPoints = ({ points }: Checklist): ChecklistPoint[] => points.filter(({ retired }) => !retired)
