import type { PartCategory } from '../../modules/catalogue/domain/kinds.ts'

/** series number | 中文 | English | category | unit | price cap in yuan. Made for each of three series; invented names and figures. */
const perSeries = `
1012|机油滤清器|Oil filter|filter|个|38
1109|空气滤清器|Air filter|filter|个|68
8104|空调滤清器|Cabin filter|filter|个|85
1117|燃油滤清器|Fuel filter|filter|个|146
3707|火花塞|Spark plug|ignition|支|62
3705|点火线圈|Ignition coil|ignition|个|318
3501F|前制动片|Front brake pads|brake|套|398
3502R|后制动片|Rear brake pads|brake|套|356
3501D|前制动盘|Front brake disc|brake|片|458
3502D|后制动盘|Rear brake disc|brake|片|412
3505|制动主缸|Brake master cylinder|brake|个|786
3516|制动分泵|Wheel cylinder|brake|个|268
2905|前减振器|Front damper|chassis|支|685
2915|后减振器|Rear damper|chassis|支|468
2904|下摆臂总成|Lower arm|chassis|件|536
2906|稳定杆连杆|Stabiliser link|chassis|支|128
3103|前轮毂轴承|Front wheel bearing|chassis|个|428
3104|后轮毂轴承|Rear wheel bearing|chassis|个|396
3401|转向横拉杆|Tie rod|chassis|支|246
2203|半轴总成|Drive shaft|transmission|支|1380
1601|离合器片|Clutch disc|transmission|片|568
1602|离合器压盘|Clutch cover|transmission|个|742
1021|正时链条|Timing chain|engine|条|486
1307|水泵总成|Water pump|cooling|个|568
1306|节温器|Thermostat|cooling|个|186
1301|散热器总成|Radiator|cooling|个|1265
1308|冷却风扇|Cooling fan|cooling|个|896
8103|空调压缩机|A/C compressor|cooling|个|2380
8105|冷凝器|Condenser|cooling|个|935
1003|气门室盖垫|Valve cover gasket|engine|条|118
1001|发动机支架|Engine mount|engine|个|428
1008|进气歧管|Intake manifold|engine|个|985
1118|涡轮增压器|Turbocharger|engine|个|5280
1205|氧传感器|Oxygen sensor|electrical|个|486
3701|发电机总成|Alternator|electrical|个|1680
3708|起动机总成|Starter|electrical|个|1245
3703|蓄电池|Battery|electrical|个|695
3741|雨刮电机|Wiper motor|electrical|个|468
5205|雨刮片|Wiper blade|electrical|对|128
3724|发动机线束|Engine harness|electrical|套|1860
3630|轮速传感器|Wheel speed sensor|electrical|个|218
6104|车窗升降器|Window regulator|electrical|个|386
4121L|左前大灯总成|Headlamp, left|lamp|个|2180
4121R|右前大灯总成|Headlamp, right|lamp|个|2180
4133L|左尾灯总成|Tail lamp, left|lamp|个|786
4133R|右尾灯总成|Tail lamp, right|lamp|个|786
4116|前雾灯|Front fog lamp|lamp|个|268
2803|前保险杠|Front bumper|body|件|1280
2804|后保险杠|Rear bumper|body|件|1165
8402|发动机盖|Bonnet|body|件|2460
8403L|左前翼子板|Front wing, left|body|件|968
8403R|右前翼子板|Front wing, right|body|件|968
6101L|左前车门|Front door, left|body|件|3280
6101R|右前车门|Front door, right|body|件|3280
8401|前格栅|Front grille|body|件|586
8202L|左后视镜总成|Door mirror, left|body|个|845
8202R|右后视镜总成|Door mirror, right|body|个|845
5206F|前挡风玻璃|Windscreen|glass|片|1860
5206R|后挡风玻璃|Rear window|glass|片|1420
6103|前门玻璃|Front door glass|glass|片|468
3106|铝合金轮毂|Alloy wheel|tyre|个|1180
3107|轮胎 225/60R18|Tyre 225/60R18|tyre|条|768
5109|脚垫|Floor mats|interior|套|368
6801|座椅套|Seat cover|interior|套|1260
6901|遮阳板|Sun visor|interior|个|186
5402|门内饰板|Door trim|interior|件|568
`

const common = `
OIL-5W30|全合成机油 5W-30|Engine oil 5W-30|fluid|升|88
OIL-0W20|全合成机油 0W-20|Engine oil 0W-20|fluid|升|108
OIL-15W40|柴油机油 15W-40|Diesel engine oil 15W-40|fluid|升|66
ATF-8|自动变速箱油|Automatic transmission fluid|fluid|升|126
BRK-DOT4|制动液 DOT4|Brake fluid DOT4|fluid|瓶|68
COOL-35|冷却液 -35℃|Coolant -35 °C|fluid|升|32
WASH-2L|玻璃水 2 升|Screen wash 2 l|fluid|瓶|25
PSF-1|转向助力油|Power steering fluid|fluid|瓶|75
R134A|制冷剂 R134a|Refrigerant R134a|fluid|瓶|58
ADBLUE-10|车用尿素 10 千克|AdBlue 10 kg|fluid|桶|78
GREASE-1|锂基润滑脂|Lithium grease|consumable|支|28
CLEAN-T|节气门清洗剂|Throttle cleaner|consumable|瓶|45
CLEAN-B|制动系统清洗剂|Brake cleaner|consumable|瓶|32
SEAL-W|玻璃胶|Glass sealant|consumable|支|86
PAPER-P400|水砂纸 P400|Sandpaper P400|consumable|片|3
PAINT-CLR|清漆|Clear coat|consumable|千克|268
PAINT-PRM|底漆|Primer|consumable|千克|186
PUTTY-1|原子灰|Body filler|consumable|千克|58
CLIP-A|塑料卡扣|Plastic clip|consumable|个|2.5
WASHER-OD|放油螺塞垫片|Drain plug washer|consumable|个|5
BOLT-M8|六角螺栓 M8×25|Hex bolt M8×25|consumable|个|1.8
BULB-H7|灯泡 H7|Bulb H7|lamp|个|48
FUSE-SET|保险丝组|Fuse set|electrical|套|36
VALVE-T|气门嘴|Tyre valve|tyre|个|12
WEIGHT-B|平衡块|Balance weight|tyre|个|4
`

export type DemoPart = {
  readonly number: string; readonly nameZh: string; readonly nameEn: string; readonly category: PartCategory; readonly unit: string; readonly capFen: number
  /** Of the base catalogue, with prices that changed; the long tail of a full parts master has one cap each. */
  readonly base: boolean
}

const series = [{ prefix: 'YL5', factor: 100 }, { prefix: 'YL7', factor: 118 }, { prefix: 'YS6', factor: 109 }]

function parse(row: string): DemoPart {
  const [number = '', nameZh = '', nameEn = '', category = '', unit = '', yuan = ''] = row.split('|')
  return { number, nameZh, nameEn, category: category as PartCategory, unit, capFen: Math.round(Number(yuan) * 100), base: true }
}

const ofSeries = perSeries.trim().split('\n').map(parse)

export const demoParts: readonly DemoPart[] = [
  ...common.trim().split('\n').map(parse),
  ...series.flatMap(({ prefix, factor }) => ofSeries.map((part) => ({ ...part, number: `${prefix}-${part.number}`, capFen: Math.round((part.capFen * factor) / 100) }))),
]

const tailSeries = Array.from({ length: 40 }, (_, index) => ({ prefix: `${index % 2 === 0 ? 'YL' : 'YS'}${String(index + 10)}`, factor: 80 + ((index * 7) % 60) }))
const trims = ['标准型|standard', '舒适型|comfort', '豪华型|luxury', '运动型|sport', '旗舰型|flagship', '长续航|long range', '四驱|all-wheel drive', '商务型|business']
const years = ['22', '23', '21', '20', '19', '24', '18', '17']

/** The long tail of a parts master: each part of each series once more per model year and trim; what sells most comes first. */
export function moreParts(count: number): DemoPart[] {
  const parts: DemoPart[] = []
  for (let place = 0; parts.length < count; place += 1) {
    const [trimZh = '', trimEn = ''] = (trims[Math.floor(place / years.length) % trims.length] ?? '').split('|')
    const year = years[place % years.length] ?? ''
    for (const { prefix, factor } of tailSeries) {
      parts.push(...ofSeries.map((part) => ({
        ...part, number: `${prefix}-${part.number}-${String(place + 1).padStart(2, '0')}`, nameZh: `${part.nameZh}（${year} 款${trimZh}）`, nameEn: `${part.nameEn} (20${year} ${trimEn})`,
        capFen: Math.round((part.capFen * (factor + (place % 9))) / 1_000) * 10, base: false,
      })))
    }
  }
  return parts.slice(0, Math.max(0, count))
}
