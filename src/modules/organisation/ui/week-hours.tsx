import { useTexts } from '../../../platform/web/language.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { presetHours, type WeekdayHours } from '../domain/opening.ts'
import { organisationTexts } from './texts.ts'
import './administration.css'

/** One of seven, Monday first; what was typed for a closed day is kept until it is sent. */
export type WeekLine = { readonly open: boolean; readonly opens: string; readonly closes: string }

export const linesOf = (weekdays: readonly WeekdayHours[]): readonly WeekLine[] => presetHours.map((preset) => {
  const row = weekdays.find(({ weekday }) => weekday === preset.weekday)
  return { open: row !== undefined, opens: row?.opens ?? preset.opens, closes: row?.closes ?? preset.closes }
})

export const weekdaysOf = (lines: readonly WeekLine[]): WeekdayHours[] => lines.flatMap(({ open, opens, closes }, index) => (open ? [{ weekday: index + 1, opens, closes }] : []))

/** The hours of an ordinary week, day by day. */
export function WeekHours({ lines, onChange, disabled = false }: { lines: readonly WeekLine[]; onChange: (lines: readonly WeekLine[]) => void; disabled?: boolean }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const set = (index: number, part: Partial<WeekLine>) => onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  return (
    <div className="admin-week">
      {lines.map((line, index) => {
        const name = t(`organisation.weekday.${String(index + 1) as '1'}`)
        return (
          <div key={name} className="admin-weekday">
            <CheckField label={name} checked={line.open} disabled={disabled} onChange={(open) => set(index, { open })} />
            {line.open ? (
              <>
                <DateTimeField kind="time" hideLabel label={`${name} ${t('organisation.opens')}`} value={line.opens} disabled={disabled} onChange={(opens) => set(index, { opens })} />
                <DateTimeField kind="time" hideLabel label={`${name} ${t('organisation.closes')}`} value={line.closes} disabled={disabled} onChange={(closes) => set(index, { closes })} />
              </>
            ) : <span className="k-quiet-text">{t('organisation.closed')}</span>}
          </div>
        )
      })}
    </div>
  )
}
