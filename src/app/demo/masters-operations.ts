import type { RepairKind, Trade } from '../../modules/catalogue/domain/kinds.ts'

/** code | 中文 | English | trade | hours in thousandths | guarantee class when not minor. All makes and figures are invented, hours are of the usual size. */
const rows = `
MT-101|首次保养|First maintenance|mechanical|700
MT-102|更换机油机滤|Oil and filter change|mechanical|500
MT-103|常规保养（小保养）|Minor service|mechanical|800
MT-104|全面保养（大保养）|Major service|mechanical|2000|second-maintenance
MT-105|更换空气滤清器|Replace air filter|mechanical|200
MT-106|更换空调滤清器|Replace cabin filter|mechanical|200
MT-107|更换燃油滤清器|Replace fuel filter|mechanical|600
MT-108|更换火花塞|Replace spark plugs|mechanical|800
MT-109|更换变速箱油|Transmission fluid change|mechanical|1500
MT-110|更换制动液|Brake fluid change|mechanical|800
MT-111|更换冷却液|Coolant change|mechanical|900
MT-112|更换转向助力油|Power steering fluid change|mechanical|500
MT-113|清洗节气门|Clean throttle body|mechanical|700
MT-114|清洗喷油嘴|Clean injectors|mechanical|1200
MT-115|动力电池健康检测|Traction battery health check|diagnosis|800
BR-201|更换前制动片|Replace front brake pads|mechanical|900
BR-202|更换后制动片|Replace rear brake pads|mechanical|1000
BR-203|更换前制动盘|Replace front brake discs|mechanical|1400
BR-204|更换后制动盘|Replace rear brake discs|mechanical|1500
BR-205|更换制动分泵|Replace wheel cylinder|mechanical|1300
CH-301|四轮定位|Wheel alignment|mechanical|1200
CH-302|更换前减振器（单侧）|Replace front damper (one side)|mechanical|1500
CH-303|更换后减振器（单侧）|Replace rear damper (one side)|mechanical|900
CH-304|更换下摆臂|Replace lower arm|mechanical|1300
CH-305|更换稳定杆连杆|Replace stabiliser link|mechanical|500
CH-306|更换轮毂轴承|Replace wheel bearing|mechanical|1600
CH-307|更换半轴防尘套|Replace drive shaft boot|mechanical|1700
CH-308|轮胎动平衡（单条）|Wheel balancing (each)|mechanical|200
CH-309|补胎|Tyre repair|mechanical|300
CH-310|更换轮胎（单条）|Replace tyre (each)|mechanical|300
EN-401|更换正时链条组件|Replace timing chain set|mechanical|6500|overhaul
EN-402|更换水泵|Replace water pump|mechanical|2200
EN-403|更换节温器|Replace thermostat|mechanical|1100
EN-404|更换气门室盖垫|Replace valve cover gasket|mechanical|1200
EN-405|发动机大修|Engine overhaul|mechanical|24000|overhaul
EN-406|更换发动机支架|Replace engine mount|mechanical|1400
EN-407|更换涡轮增压器|Replace turbocharger|mechanical|4200|overhaul
TR-451|变速箱总成拆装|Remove and fit transmission|mechanical|7500|overhaul
TR-452|更换离合器组件|Replace clutch set|mechanical|5200|overhaul
EL-501|故障码读取与诊断|Read and diagnose fault codes|diagnosis|600
EL-502|更换蓄电池|Replace battery|electrical|400
EL-503|更换发电机|Replace alternator|electrical|1500
EL-504|更换起动机|Replace starter|electrical|1400
EL-505|更换前大灯总成|Replace headlamp|electrical|1000
EL-506|更换雨刮电机|Replace wiper motor|electrical|900
EL-507|更换车窗升降器|Replace window regulator|electrical|1200
EL-508|线束检修|Harness repair|electrical|2500
EL-509|异响诊断与路试|Noise diagnosis with road test|diagnosis|1000
AC-551|空调系统检漏加氟|A/C leak test and recharge|electrical|1200
AC-552|更换空调压缩机|Replace A/C compressor|electrical|2800
HV-521|高压断电与验电|High-voltage isolation and check|high-voltage|500
HV-522|更换动力电池包|Replace traction battery|high-voltage|4500|overhaul
HV-523|更换驱动电机控制器|Replace drive inverter|high-voltage|2600
HV-524|更换车载充电机|Replace on-board charger|high-voltage|1800
BD-601|前保险杠拆装|Remove and fit front bumper|body|1000
BD-602|后保险杠拆装|Remove and fit rear bumper|body|900
BD-603|车门钣金修复|Door panel repair|body|3500
BD-604|翼子板更换|Replace front wing|body|2400
BD-605|前挡风玻璃更换|Replace windscreen|body|2500
BD-606|大梁校正|Straighten frame|body|12000|overhaul
PT-701|前保险杠喷漆|Paint front bumper|paint|3000
PT-702|车门喷漆|Paint door|paint|3500
PT-703|机盖喷漆|Paint bonnet|paint|4000
PT-704|局部补漆抛光|Spot repair and polish|paint|1500
WS-801|外观清洗|Exterior wash|wash|300
WS-802|内饰精洗|Interior deep clean|wash|2000
`

export type DemoOperation = {
  readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly trade: Trade; readonly standardHoursThousandths: number; readonly repairKind: RepairKind
  /** Null: for all models. */
  readonly modelCode: string | null
}

export const demoOperations: readonly DemoOperation[] = rows.trim().split('\n').map((row) => {
  const [code = '', nameZh = '', nameEn = '', trade = '', hours = '', kind = 'minor'] = row.split('|')
  return { code, nameZh, nameEn, trade: trade as Trade, standardHoursThousandths: Number(hours), repairKind: kind as RepairKind, modelCode: null }
})

export const demoModels = [
  { code: 'YL-T5', nameZh: '拓行 T5', nameEn: 'Tuoxing T5', makeZh: '云岭', makeEn: 'Yunling', energy: 'petrol' },
  { code: 'YL-T7', nameZh: '拓行 T7', nameEn: 'Tuoxing T7', makeZh: '云岭', makeEn: 'Yunling', energy: 'diesel' },
  { code: 'YL-H3', nameZh: '和风 H3', nameEn: 'Hefeng H3', makeZh: '云岭', makeEn: 'Yunling', energy: 'hybrid' },
  { code: 'YS-E1', nameZh: '星芒 E1', nameEn: 'Xingmang E1', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'electric' },
  { code: 'YS-S6', nameZh: '远途 S6', nameEn: 'Yuantu S6', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'petrol' },
  { code: 'YS-P9', nameZh: '山脊 P9', nameEn: 'Shanji P9', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'hybrid' },
  { code: 'YL-T3', nameZh: '拓行 T3', nameEn: 'Tuoxing T3', makeZh: '云岭', makeEn: 'Yunling', energy: 'petrol' },
  { code: 'YL-T9', nameZh: '拓行 T9', nameEn: 'Tuoxing T9', makeZh: '云岭', makeEn: 'Yunling', energy: 'diesel' },
  { code: 'YL-H5', nameZh: '和风 H5', nameEn: 'Hefeng H5', makeZh: '云岭', makeEn: 'Yunling', energy: 'hybrid' },
  { code: 'YL-H7', nameZh: '和风 H7', nameEn: 'Hefeng H7', makeZh: '云岭', makeEn: 'Yunling', energy: 'hybrid' },
  { code: 'YL-V8', nameZh: '商途 V8', nameEn: 'Shangtu V8', makeZh: '云岭', makeEn: 'Yunling', energy: 'diesel' },
  { code: 'YL-E2', nameZh: '云朵 E2', nameEn: 'Yunduo E2', makeZh: '云岭', makeEn: 'Yunling', energy: 'electric' },
  { code: 'YS-E3', nameZh: '星芒 E3', nameEn: 'Xingmang E3', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'electric' },
  { code: 'YS-E5', nameZh: '星芒 E5', nameEn: 'Xingmang E5', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'electric' },
  { code: 'YS-S4', nameZh: '远途 S4', nameEn: 'Yuantu S4', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'petrol' },
  { code: 'YS-S8', nameZh: '远途 S8', nameEn: 'Yuantu S8', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'petrol' },
  { code: 'YS-P7', nameZh: '山脊 P7', nameEn: 'Shanji P7', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'hybrid' },
  { code: 'YS-M6', nameZh: '驰锐 M6', nameEn: 'Chirui M6', makeZh: '曜石', makeEn: 'Yaoshi', energy: 'petrol' },
] as const

/** The same work with each model's own hours. */
export const operationsOfModels = (): DemoOperation[] => demoModels.flatMap((model, place) => demoOperations.map((operation) => ({
  ...operation, code: `${operation.code}-${model.code}`, nameZh: `${operation.nameZh}（${model.nameZh}）`, nameEn: `${operation.nameEn} (${model.nameEn})`,
  standardHoursThousandths: Math.round((operation.standardHoursThousandths * (90 + place * 2)) / 10_000) * 100, modelCode: model.code,
})))
