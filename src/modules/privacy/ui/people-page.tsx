import { useNavigate, useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { findPeople } from '../contract.ts'
import { PersonSheet } from './person-sheet.tsx'
import { privacyTexts } from './texts.ts'
import './privacy.css'

/** For whoever answers a customer: who saw his data, a copy of it, its deletion. */
export function PeoplePage() {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const { customerId } = useParams({ strict: false }) as { customerId?: string }
  const navigate = useNavigate()
  const open = (id: string | null) => { void navigate({ to: id === null ? '/personal-data' : `/personal-data/${id}` }) }
  return (
    <PageFrame title={t('privacy.title')} fill>
      <SplitView showing={customerId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('privacy.customer')} sideLabel={t('privacy.held')}
        list={<People selected={customerId ?? null} onOpen={open} />}
        detail={customerId === undefined ? <EmptyState>{t('privacy.pick-one')}</EmptyState> : <PersonSheet key={customerId} customerId={customerId} />} />
    </PageFrame>
  )
}

function People({ selected, onOpen }: { selected: string | null; onOpen: (id: string) => void }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const w = useTexts(webZh, webEn)
  const [typed, setTyped] = useState('')
  const find = useDeferredValue(typed.trim())
  const people = usePages(findPeople, { find, limit: 50 })
  return (
    <ListPane label={t('privacy.title')} rows={people.rows} rowKey={({ id }) => id} state={people.state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)}
      head={<div role="search"><TextField label={t('privacy.find')} hideLabel name="find" type="search" value={typed} onChange={setTyped} placeholder={t('privacy.find')} maxLength={60} trailing={<Search size={14} aria-hidden />} /></div>}
      empty={<EmptyState>{find === '' ? t('privacy.none') : t('privacy.none-found', { find })}</EmptyState>}
      loadMore={people.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: people.more }}
      row={({ name, phone }) => ({ primary: name, secondary: phone })} />
  )
}
