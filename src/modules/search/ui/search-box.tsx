import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { findEverywhere, type Hit } from '../contract.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import './search.css'

const places: Readonly<Record<Hit['kind'], string>> = { order: '/repair-orders', vehicle: '/vehicles', customer: '/customers', part: '/parts', sale: '/counter' }

type Option = TypeaheadOption & { readonly to: string }

/** One box in the top bar, one key away from anywhere. */
export function SearchBox() {
  const t = useTexts(zh, en)
  const english = useLanguage() === 'en'
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const option = (hit: Hit): Option => ({
    id: `${hit.kind}-${hit.id}`, to: `${places[hit.kind]}/${hit.id}`, group: t(`search.kind.${hit.kind}`),
    primary: english ? hit.titleEn : hit.title, secondary: english ? hit.noteEn : hit.note, trailing: hit.kind === 'order' ? undefined : hit.end,
  })
  return (
    <div className="search-box">
      <Typeahead<Option> ref={input} label={t('search.title')} hideLabel icon={Search} keyCap="Ctrl K" placeholder={t('search.hint')}
        search={async (find, signal) => (await call(findEverywhere, { query: { find } }, { signal })).hits.map(option)}
        onPick={({ to }) => { void navigate({ to }) }} />
    </div>
  )
}
