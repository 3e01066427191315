import { Search } from 'lucide-react'
import { TextField } from '../../../ui-kit/text-fields.tsx'

/** What stands above a list of customer care. */
export function CareSearch({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return <div className="care-search"><TextField label={label} hideLabel type="search" name="find" value={value} onChange={onChange} placeholder={label} maxLength={60} trailing={<Search size={14} aria-hidden />} /></div>
}
