import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import type { DutyRow } from '../contract.ts'
import { deadlineMoves } from '../domain/occurrences.ts'
import { CadenceField } from './cadence-field.tsx'
import { useGraceWords } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

const graces = ['0', '60', '240', '480', '1440', '2880'] as const

export type RuleWish = Pick<DutyRow, 'due' | 'holder' | 'graceMinutes' | 'move'>

/** When a duty is due, whose it is, how long it waits before it climbs. */
export function RuleFields({ wish, onChange }: { wish: RuleWish; onChange: (part: Partial<RuleWish>) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const graceWords = useGraceWords()
  const grace = graces.find((known) => Number(known) === wish.graceMinutes) ?? null
  return (
    <>
      <CadenceField move={wish.move} due={wish.due} onChange={(due) => onChange({ due })} />
      <ChoiceField label={t('duties.holder')} value={wish.holder} onChange={(holder) => onChange({ holder })} wide choices={(['position', 'each'] as const).map((value) => ({ value, text: t(`duties.holder.${value}`) }))} />
      <ChoiceField label={t('duties.grace')} value={grace} onChange={(minutes) => onChange({ graceMinutes: Number(minutes) })} wide choices={graces.map((value) => ({ value, text: graceWords(Number(value)) }))} />
      <ChoiceField label={t('duties.move')} value={wish.move} onChange={(move) => onChange({ move })} wide choices={deadlineMoves.map((value) => ({ value, text: t(`duties.move.${value}`) }))} />
    </>
  )
}
