import type { Position } from '../../kernel/permissions.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Chance } from './chance.ts'

const surnames = [...'陆顾沈许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎']
const given = ['晨', '佳怡', '建军', '敏', '芳', '子涵', '雨桐', '浩然', '思远', '晓峰', '静', '海燕', '志强', '文博', '若琳', '俊杰', '欣然', '国栋', '丽华', '天宇']

/** How many of each position work in a typical store of 54 (scale.md), plus the three separated administrators. */
const mainStore: Readonly<Record<Position, number>> = {
  GM: 1, STM: 1, INF: 1, FDS: 1, SAD: 7, WSS: 1, TSU: 1, MTL: 3, BTL: 1, TEC: 20, QCI: 2, WSH: 2, PTS: 1, PPL: 2, WHK: 2, WCL: 1, INS: 2,
  RNW: 1, CCC: 2, FIN: 1, CSH: 1, SAL: 1, ACB: 1, DRV: 1, ADM: 1, SYS: 1, SEC: 1, AUD: 1,
}
const smallStore: Partial<Record<Position, number>> = { STM: 1, FDS: 1, SAD: 2, WSS: 1, TEC: 4, QCI: 1, PTS: 1, WHK: 1, CSH: 1, CCC: 1 }

export type DemoPerson = { readonly id: string; readonly name: string; readonly login: string; readonly position: Position }

function inventPeople(chance: Chance, now: Date, counts: Partial<Record<Position, number>>, prefix: string): DemoPerson[] {
  return Object.entries(counts).flatMap(([position, count]) => Array.from({ length: count }, (_, index) => ({
    id: uuidv7(now, chance.bytes), name: chance.pick(surnames) + chance.pick(given),
    login: `${prefix}${position.toLowerCase()}${index === 0 ? '' : String(index + 1)}`, position: position as Position,
  })))
}

export const peopleOfMainStore = (chance: Chance, now: Date): DemoPerson[] => inventPeople(chance, now, mainStore, '')
export const peopleOfSmallStore = (chance: Chance, now: Date): DemoPerson[] => inventPeople(chance, now, smallStore, 'b-')

/** Three people of the main store work in the small one too. */
export const sharedPositions: readonly Position[] = ['FIN', 'WCL', 'GM']
