import type { CheckPoint } from '../../modules/workshop/domain/checks.ts'
import type { SheetData } from '../../modules/workshop/public.ts'

type DemoSheet = Omit<SheetData, 'id' | 'active' | 'version'>

const looked = (key: string, nameZh: string, nameEn: string, by: CheckPoint['by'] = 'self'): CheckPoint => ({ key, nameZh, nameEn, by, value: null, photo: false })
const measured = (key: string, nameZh: string, nameEn: string, [least, most]: readonly [number, number]): CheckPoint => ({ key, nameZh, nameEn, by: 'both', value: { unit: 'N·m', least: least * 1_000, most: most * 1_000 }, photo: false })

/** Work on which a figure or a second pair of eyes decides; the figures are invented, of the usual size. */
export const checkSheets: readonly DemoSheet[] = [
  {
    trade: 'mechanical', codeBegins: 'CH-306', nameZh: '更换轮毂轴承', nameEn: 'Wheel bearing', selfCheck: true, teamCheck: true,
    points: [measured('hub-nut', '轮毂螺母扭矩', 'Hub nut torque', [180, 220]), measured('wheel-bolts', '车轮螺栓扭矩', 'Wheel bolt torque', [110, 130]), looked('play', '轴承无间隙、转动无异响', 'No play, turns without noise', 'both')],
  },
  {
    trade: 'mechanical', codeBegins: 'EN-405', nameZh: '发动机大修', nameEn: 'Engine overhaul', selfCheck: true, teamCheck: true,
    points: [measured('head-bolts', '缸盖螺栓扭矩', 'Cylinder head bolts', [35, 45]), { ...looked('timing', '正时标记对齐', 'Timing marks aligned', 'both'), photo: true }, looked('leaks', '无油水渗漏', 'No leaks of oil or coolant')],
  },
]
