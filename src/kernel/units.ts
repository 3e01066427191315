import type { Language } from './texts.ts'

/** The stock units of the trade as they stand in the parts master, and what English calls them. */
export const unitNames: Readonly<Record<string, string>> = {
  个: 'pc', 件: 'pc', 只: 'pc', 条: 'pc', 片: 'pc', 支: 'pc', 根: 'pc', 块: 'pc', 台: 'pc', 套: 'set', 副: 'pair', 对: 'pair', 升: 'L', 毫升: 'ml', 千克: 'kg', 公斤: 'kg', 克: 'g', 米: 'm',
  桶: 'drum', 瓶: 'btl', 盒: 'box', 箱: 'case', 卷: 'roll', 张: 'sht', 包: 'pack', 罐: 'can',
}

/** A unit as people read it. Files keep the unit of the master, since they are read in again; a unit nobody translated stays as it is. */
export const unitIn = (language: Language, unit: string): string => (language === 'en' ? unitNames[unit] ?? unit : unit)
