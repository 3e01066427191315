import type { Language } from '../../../kernel/texts.ts'

type Finding = Readonly<Record<Language, string>>

/** What technicians find most often beside the job, in the words the customer is asked with. Chosen, it stands in the text and can be made exact: where, how much (SAD-1.7.3). */
export const usualFindings: readonly Finding[] = [
  { 'zh-CN': '前制动片剩余厚度不足', en: 'Front brake pads worn' },
  { 'zh-CN': '后制动片剩余厚度不足', en: 'Rear brake pads worn' },
  { 'zh-CN': '制动盘磨损超限或有沟槽', en: 'Brake disc worn or grooved' },
  { 'zh-CN': '制动液含水量超标', en: 'Water in the brake fluid' },
  { 'zh-CN': '轮胎花纹深度不足', en: 'Tyre tread too low' },
  { 'zh-CN': '轮胎扎钉、鼓包或老化', en: 'Tyre with nail, bulge or cracks' },
  { 'zh-CN': '蓄电池容量不足', en: 'Battery weak' },
  { 'zh-CN': '雨刮片老化', en: 'Wiper blades worn' },
  { 'zh-CN': '空气滤清器脏污', en: 'Air filter dirty' },
  { 'zh-CN': '空调滤清器脏污', en: 'Cabin filter dirty' },
  { 'zh-CN': '机油渗漏', en: 'Engine oil leak' },
  { 'zh-CN': '冷却液不足或渗漏', en: 'Coolant low or leaking' },
  { 'zh-CN': '变速箱油渗漏', en: 'Gearbox oil leak' },
  { 'zh-CN': '皮带开裂', en: 'Belt cracked' },
  { 'zh-CN': '减振器漏油', en: 'Shock absorber leaking' },
  { 'zh-CN': '悬架衬套或球头松旷', en: 'Suspension bush or ball joint loose' },
  { 'zh-CN': '转向拉杆球头松旷', en: 'Tie-rod end loose' },
  { 'zh-CN': '半轴防尘套破损', en: 'Drive-shaft boot torn' },
  { 'zh-CN': '排气管锈蚀或漏气', en: 'Exhaust rusted or leaking' },
  { 'zh-CN': '灯泡不亮', en: 'Bulb out' },
  { 'zh-CN': '空调制冷不足', en: 'Air conditioning weak' },
  { 'zh-CN': '底盘护板松动或缺失', en: 'Under-tray loose or missing' },
]

/** The text with one more finding in it; what stands there already is not said twice. */
export function withFinding(text: string, finding: string, language: Language): string {
  const before = text.trim()
  if (before.includes(finding)) return text
  return before === '' ? finding : `${before}${language === 'en' ? '; ' : '；'}${finding}`
}
