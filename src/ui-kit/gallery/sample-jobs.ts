import type { Payer, Tone } from '../tag.tsx'

export type SampleJob = { id: string; plate: string; status: string; tone: Tone; kind: string; car: string; customer: string; promise: string; left: string; leftTone: 'calm' | 'soon' | 'late'; fen: number; advisor: string }

const statuses: readonly (readonly [string, Tone])[] = [
  ['施工中', 'active'], ['质检', 'active'], ['接车中', 'info'], ['待料', 'warn'], ['待结算', 'settle'], ['已派工', 'info'], ['待客户确认', 'danger'], ['预约', 'neutral'], ['已交车', 'done'],
]
const cars = ['2024款 云岭 X5 四驱', '2023款 曜石 E7 605km', '2022款 云岭 L6 豪华型', '2025款 启程 S 混动', '2021款 曜石 MPV 七座尊享加长版']
const people = ['高一航', '何青', '郭小满', '陈勇', '黄予', '徐艳', '王思', '胡海']
const kinds = ['保养', '一般维修', '事故车', '返修', '保修索赔', 'PDI']
const left: readonly (readonly [string, 'calm' | 'soon' | 'late'])[] = [['剩 27m', 'soon'], ['剩 5h33m', 'calm'], ['超时 1h12m', 'late'], ['剩 1h9m', 'calm'], ['剩 9m', 'soon'], ['剩 4h26m', 'calm']]
const places = '沪苏浙皖京粤'
const letters = 'ABCDEFGHJK'

const pick = <Item>(items: readonly Item[], at: number, otherwise: Item): Item => items[at % items.length] ?? otherwise

/** The same jobs every time, so that pictures can be compared. */
export const sampleJobs = (count: number): SampleJob[] => Array.from({ length: count }, (_, at) => {
  const [status, tone] = pick(statuses, at * 5, ['预约', 'neutral'] as const)
  const [words, leftTone] = pick(left, at, ['剩 1h', 'calm'] as const)
  return {
    id: `RO261123${String(at + 1).padStart(4, '0')}`,
    plate: `${places[at % places.length]}${letters[(at * 7) % letters.length]}·${letters[(at * 3) % letters.length]}${String(10345 + at * 7919).slice(-4)}`,
    status, tone, kind: pick(kinds, at, '保养'), car: pick(cars, at * 3, ''), customer: pick(people, at * 5, ''),
    promise: `${String(13 + (at % 6)).padStart(2, '0')}:${String((at * 17) % 60).padStart(2, '0')}`,
    left: words, leftTone, fen: 98000 + ((at * 48731) % 620000), advisor: pick(people, at * 3 + 1, ''),
  }
})

export type SampleLine = { id: string; kind: string; text: string; code: string; thousandths: number; unit: string; priceFen: number; discount: string; sumFen: number; payer: Payer; short: string; full: string; progress: string }

const line = (id: string, kind: string, text: string, code: string, thousandths: number, unit: string, priceFen: number, discount: string, sumFen: number, payer: Payer, short: string, full: string, progress: string): SampleLine =>
  ({ id, kind, text, code, thousandths, unit, priceFen, discount, sumFen, payer, short, full, progress })

export const sampleLines: readonly SampleLine[] = [
  line('1', '工时', '空调系统除菌养护', '8.4.03', 1000, '项', 19800, '10%', 17820, 'customer', '客', '客户自费', '未开始'),
  line('2', '工时', '高压电池绝缘检测', '4.3.06', 1000, '项', 30000, '–', 30000, 'warranty', '保', '厂家保修', '施工中'),
  line('3', '工时', '右前门钣金修复', '9.1.02', 1000, '项', 68000, '10%', 61200, 'insurer', '险', '保险理赔', '未开始'),
  line('4', '外包', '轮毂修复喷漆', '9.7.01', 1000, '项', 30000, '–', 30000, 'goodwill', '站', '站方善意', '已完工'),
  line('5', '配件', '全合成机油 5W-30', 'YL-08880', 4500, 'L', 9600, '5%', 41040, 'customer', '客', '客户自费', '待料'),
  line('6', '配件', '空气滤清器', 'YL-17801', 2000, '个', 7600, '–', 15200, 'free-maintenance', '免', '免费保养', '已领料'),
  line('7', '配件', '前刹车片组件（含报警线与安装附件）', 'YL-04465-06240', 1000, '副', 56800, '–', 56800, 'internal', '内', '内部承担', '未开始'),
]
