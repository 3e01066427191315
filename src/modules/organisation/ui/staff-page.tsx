import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listAccounts } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { AddMemberDialog, AddPersonDialog } from './staff-dialogs.tsx'
import { StaffSessions, StaffSheet } from './staff-sheet.tsx'
import { organisationTexts } from './texts.ts'
import { usePositions } from './use-positions.ts'
import './administration.css'

const states = ['working', 'left', 'all'] as const
type State = (typeof states)[number]

/** Who works here, with which positions, and how they sign in. */
export function StaffPage() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const { personId } = useParams({ strict: false }) as { personId?: string }
  const navigate = useNavigate()
  const mayAdd = useMay()(organisationPermissions.maintainStaff)
  const [adding, setAdding] = useState<'person' | 'member' | null>(null)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/staff' : `/staff/${id}` }) }
  const everybody = useReading(listAccounts, { query: { state: 'all' } })
  const account = everybody.data?.rows.find(({ id }) => id === personId)
  useKey('n', () => { if (mayAdd) setAdding('person') })
  const onAdded = (id: string) => { setAdding(null); open(id) }
  return (
    <PageFrame fill title={t('organisation.staff')} actions={mayAdd ? (
      <>
        <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding('person')}>{t('organisation.add-person')}</Button>
        <Menu label={t('organisation.more-actions')} items={[{ id: 'member', text: t('organisation.add-member'), onPick: () => setAdding('member') }]} />
      </>
    ) : undefined}>
      <SplitView showing={personId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('organisation.person')} sideLabel={t('organisation.sessions')}
        list={<StaffList selected={personId ?? null} onOpen={open} />}
        detail={account === undefined ? <EmptyState>{t('organisation.pick-staff')}</EmptyState> : <StaffSheet key={account.id} account={account} />}
        side={account === undefined ? undefined : <StaffSessions account={account} />} />
      {adding === 'person' ? <AddPersonDialog onClose={() => setAdding(null)} onAdded={onAdded} /> : null}
      {adding === 'member' ? <AddMemberDialog onClose={() => setAdding(null)} onAdded={onAdded} /> : null}
    </PageFrame>
  )
}

function StaffList({ selected, onOpen }: { selected: string | null; onOpen: (id: string) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const { nameOf } = usePositions()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>('working')
  const find = useDeferredValue(typed.trim())
  const accounts = useReading(listAccounts, { query: { find, state } })
  const load: LoadState = accounts.isError ? { error: sentence(accounts.error), onRetry: () => { void accounts.refetch() } } : accounts.isPending ? 'loading' : 'ready'
  return (
    <ListPane label={t('organisation.staff')} rows={accounts.data?.rows ?? []} rowKey={({ id }) => id} state={load} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)}
      head={(
        <div className="admin-filter" role="search">
          <ChoiceField<State> label={t('organisation.staff')} hideLabel wide value={state} onChange={setState} choices={states.map((value) => ({ value, text: t(`organisation.state.${value}`) }))} />
          <TextField label={t('organisation.find-staff')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('organisation.find-staff')} maxLength={60} trailing={<Search size={14} aria-hidden />} />
        </div>
      )}
      empty={<EmptyState>{t('organisation.no-staff')}</EmptyState>}
      row={(account) => ({
        primary: account.name,
        status: account.working ? account.mustChange ? <StatusTag tone="warn" text={t('organisation.one-time-password')} /> : undefined : <StatusTag tone="neutral" text={t('organisation.state.left')} />,
        trailing: account.login,
        secondary: t.list(account.positions.filter(({ ended }) => !ended || !account.working).map(({ position }) => nameOf(position))),
        secondaryTrailing: account.otherStores.length === 0 ? undefined : `+ ${account.otherStores.join(' ')}`,
      })} />
  )
}
