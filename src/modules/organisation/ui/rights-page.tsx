import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts, type Translate } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listRightChanges, seeRights } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { AskRightsDialog } from './ask-rights-dialog.tsx'
import { LimitsTab } from './limits-tab.tsx'
import { RightChanges } from './right-changes.tsx'
import { organisationTexts } from './texts.ts'
import './administration.css'

type Rights = AnswerOf<typeof seeRights>
type Entry = Rights['permissions'][number]
type Key = keyof typeof organisationTexts.zh

/** What each position may do. A change is asked for by one administrator and approved by another. */
export function RightsPage() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const [tab, setTab] = useState('rights')
  const rights = useReading(seeRights, {})
  const changes = useReading(listRightChanges, {})
  const open = (changes.data?.rows ?? []).filter(({ state, notedAt }) => state === 'asked' || (state === 'alone' && notedAt === null)).length
  return (
    <PageFrame fill title={t('organisation.rights')} tabs={{
      label: t('organisation.rights'), current: tab, onChange: setTab,
      tabs: [{ id: 'rights', text: t('organisation.rights') }, { id: 'changes', text: t('organisation.rights-changes'), count: open === 0 ? undefined : open }, { id: 'limits', text: t('organisation.limits') }],
    }}>
      {rights.isPending ? <LoadBar busy /> : rights.isError
        ? <LoadError state={{ error: sentence(rights.error), onRetry: () => { void rights.refetch() } }} />
        : tab === 'limits' ? <LimitsTab /> : tab === 'rights' ? <RightsTab rights={rights.data} /> : <RightChanges rights={rights.data} changes={changes.data?.rows ?? []} />}
    </PageFrame>
  )
}

function RightsTab({ rights }: { rights: Rights }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const [position, setPosition] = useState(rights.positions[0]?.code ?? '')
  const nameOf = (one: Rights['positions'][number]) => (language === 'en' ? one.en : one.zh)
  return (
    <div className="admin-columns">
      <div className="k-panel">
        <ListPane label={t('organisation.position')} rows={rights.positions} rowKey={({ code }) => code} selectedKey={position} pageKeys onOpen={({ code }) => setPosition(code)}
          row={(one) => ({
            primary: nameOf(one), trailing: one.code, secondary: t('organisation.people-count', { count: one.people }),
            secondaryTrailing: String(rights.held.filter((row) => row.position === one.code).length),
          })} />
      </div>
      <div className="k-panel"><RightsOfPosition key={position} rights={rights} position={position} /></div>
    </div>
  )
}

const moduleOf = (permission: string): string => permission.split('.')[0] ?? ''
const moduleName = (t: Translate<Key>, module: string): string => t(`organisation.module.${module}` as Key)

/** Boxes by module; what differs from the present is gathered and asked for in one go. */
function RightsOfPosition({ rights, position }: { rights: Rights; position: string }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const mayChange = useMay()(organisationPermissions.changeRights)
  const held = new Set(rights.held.filter((row) => row.position === position).map(({ permission }) => permission))
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const [onlyHeld, setOnlyHeld] = useState(false)
  const [asking, setAsking] = useState(false)
  const find = useDeferredValue(typed.trim().toLowerCase())
  const shown = rights.permissions.filter(({ permission, zh, en }) => (!onlyHeld || held.has(permission) || turned.has(permission)) && [permission, zh, en].some((text) => text.toLowerCase().includes(find)))
  const modules = [...new Set(shown.map(({ permission }) => moduleOf(permission)))]
  const turn = (permission: string) => setTurned((before) => {
    const after = new Set(before)
    if (!after.delete(permission)) after.add(permission)
    return after
  })
  return (
    <>
      <div className="admin-bar" role="search">
        <TextField label={t('organisation.find-rights')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('organisation.find-rights')} maxLength={60} trailing={<Search size={14} aria-hidden />} />
        <CheckField label={t('organisation.only-held')} checked={onlyHeld} onChange={setOnlyHeld} />
        {turned.size === 0 ? null : (
          <span className="k-actions">
            <Button kind="quiet" onPress={() => setTurned(new Set())}>{t('organisation.discard')}</Button>
            <Button kind="primary" onPress={() => setAsking(true)}>{t('organisation.ask-change')} · {t('organisation.changed-count', { count: turned.size })}</Button>
          </span>
        )}
      </div>
      <div className="admin-scroll">
        {shown.length === 0 ? <EmptyState>{t('organisation.no-rights-found', { find: typed })}</EmptyState> : null}
        {modules.map((module) => (
          <section key={module}>
            <h3>{moduleName(t, module)}</h3>
            {shown.filter(({ permission }) => moduleOf(permission) === module).map((entry) => (
              <RightLine key={entry.permission} entry={entry} name={language === 'en' ? entry.en : entry.zh} held={held.has(entry.permission)} turned={turned.has(entry.permission)} onTurn={mayChange ? turn : null} />
            ))}
          </section>
        ))}
      </div>
      {asking ? <AskRightsDialog position={position} rights={rights} grants={[...turned].filter((permission) => !held.has(permission))} revokes={[...turned].filter((permission) => held.has(permission))}
        onClose={() => setAsking(false)} onDone={() => { setAsking(false); setTurned(new Set()) }} /> : null}
    </>
  )
}

function RightLine({ entry, name, held, turned, onTurn }: { entry: Entry; name: string; held: boolean; turned: boolean; onTurn: ((permission: string) => void) | null }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <div className="admin-right">
      <CheckField label={name} checked={held !== turned} disabled={onTurn === null} onChange={() => onTurn?.(entry.permission)} />
      {turned ? <StatusTag tone={held ? 'danger' : 'active'} text={t(held ? 'organisation.takes' : 'organisation.gives')} /> : null}
    </div>
  )
}
