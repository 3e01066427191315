import { useTexts } from '../../../platform/web/language.tsx'
import type { Choice } from '../../../ui-kit/choice-fields.tsx'
import type { BayView } from '../contract.ts'
import { whyNotWorkIn } from '../domain/bays.ts'
import { workshopTexts } from './texts.ts'

export type Bay = Pick<BayView, 'name' | 'kind' | 'active'>

/** Bays with their kind: first those where the work is done; the others cannot be chosen. Where it stands already it may stay. */
export function useBayChoices() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return (bays: readonly Bay[], trade: string | null, chosen: string | null): Choice<string>[] => {
    const unfit = (bay: Bay): boolean => whyNotWorkIn(bay, trade, bays) !== null
    const gone = chosen === null || chosen === '' || bays.some(({ name }) => name === chosen) ? [] : [{ value: chosen, text: chosen }]
    return [...gone, ...bays.toSorted((a, b) => Number(unfit(a)) - Number(unfit(b))).map((bay) => ({ value: bay.name, text: `${bay.name} ${t(`workshop.kind.${bay.kind}`)}`, disabled: unfit(bay) && bay.name !== chosen }))]
  }
}
