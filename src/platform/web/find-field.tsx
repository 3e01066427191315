import { TextField } from '../../ui-kit/text-fields.tsx'

/** What is typed to find records of a list; the label says by what. */
export function FindField({ label, value, onChange }: { label: string; value: string; onChange: (find: string) => void }) {
  return <TextField label={label} hideLabel type="search" name="find" value={value} onChange={onChange} placeholder={label} maxLength={40} />
}
