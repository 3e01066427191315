import { useTexts } from '../../../platform/web/language.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import type { Age } from '../domain/receivable.ts'
import { settlementTexts } from './texts.ts'

/** What is open, by how long it is overdue; ages in which nothing is open stay away. */
export function Ages({ label, ages }: { label: string; ages: readonly { readonly age: Age; readonly count: number; readonly openFen: number }[] }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const shown = ages.filter(({ count }) => count > 0)
  return shown.length === 0 ? null : (
    <dl className="receivable-ages" aria-label={label}>
      {shown.map(({ age, count, openFen }) => <div key={age}><dt>{t(`settlement.age.${age}`, { count })}</dt><dd><Money fen={openFen} strong /></dd></div>)}
    </dl>
  )
}
