import { fromWallTime } from '../../../kernel/time.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { listStaff } from '../../organisation/contract.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { usePositions } from '../../organisation/ui/public.tsx'
import { taskTexts } from './texts.ts'

export type OwnerWish = { readonly position: string | null; readonly ownerId: string | null; /** By the store's clock. */ readonly due: string }

const anybody = 'anybody'

/** Why it cannot be given yet; the server says the rest. */
export const ownerMissing = ({ position, due }: OwnerWish, timeZone: string): boolean => position === null || fromWallTime(due, timeZone) === null

/** Whose it becomes and by when: positions that somebody holds, the people of the chosen one. */
export function OwnerFields({ wish, onChange }: { wish: OwnerWish; onChange: (wish: OwnerWish) => void }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const may = useMay()
  const { codes, nameOf } = usePositions()
  const staff = useReading(listStaff, { query: {} }, { enabled: may(organisationPermissions.seeStaff) }).data?.rows ?? []
  const held = staff.length === 0 ? codes : codes.filter((code) => staff.some(({ positions }) => positions.includes(code)))
  const people = staff.filter(({ positions }) => wish.position !== null && positions.includes(wish.position))
  return (
    <>
      <SelectField label={t('tasks.position')} name="position" required value={wish.position} onChange={(position) => onChange({ ...wish, position, ownerId: null })} choices={held.map((value) => ({ value, text: nameOf(value) }))} />
      <SelectField label={t('tasks.owner')} name="owner" value={wish.ownerId ?? anybody} onChange={(id) => onChange({ ...wish, ownerId: id === anybody ? null : id })}
        choices={[{ value: anybody, text: t('tasks.owner-any') }, ...people.map(({ id, name }) => ({ value: id, text: name }))]} />
      <DateTimeField label={t('tasks.due')} name="due" kind="datetime" required value={wish.due} onChange={(due) => onChange({ ...wish, due })} />
    </>
  )
}
