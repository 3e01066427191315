import type { Tone } from '../../../ui-kit/tag.tsx'
import type { Change, ListState } from '../domain/list.ts'

export const stateTones: Readonly<Record<ListState, Tone>> = { reading: 'neutral', draft: 'warn', asked: 'info', taking: 'active', waits: 'settle', 'in-force': 'active', over: 'done', withdrawn: 'neutral', reversed: 'neutral', discarded: 'neutral' }
export const changeTones: Readonly<Record<Change, Tone>> = { new: 'info', gone: 'warn', dearer: 'danger', cheaper: 'done', same: 'neutral' }

/** Hundredths of a percent as people read them; a rise with its sign. */
export const percentText = (hundredths: number | null, signed = false): string => (hundredths === null ? '–' : `${signed && hundredths > 0 ? '+' : ''}${(hundredths / 100).toFixed(1)}%`)
