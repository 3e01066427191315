import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'

const eighths = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const

/** The fuel gauge, from empty to full. */
export function FuelField({ label, value, onChange }: { label: string; value: number; onChange: (eighths: number) => void }) {
  return <ChoiceField label={label} value={eighths[value] ?? '0'} onChange={(chosen) => onChange(Number(chosen))} wide choices={eighths.map((one) => ({ value: one, text: one === '0' ? 'E' : one === '8' ? 'F' : one }))} />
}
