import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { TabList } from '../../../ui-kit/tabs.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { UnclearParts } from '../../repair-orders/ui/public.tsx'
import { listRequests, requestGroups, requestsFile, type RequestRow } from '../contract.ts'
import { purchasingPermissions } from '../permissions.ts'
import { HandDialog } from './hand-dialog.tsx'
import { RequestDeeds, RequestFacts } from './request-card.tsx'
import { SourceDaysDialog } from './source-days-dialog.tsx'
import { purchasingTexts } from './texts.ts'
import { WhoWaits } from './who-waits.tsx'
import './purchasing.css'

type Group = (typeof requestGroups)[number]

/** The promise board of parts: who waits for what, from where, till when, and whether the customer knows. */
export function RequestsPage() {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const [settingDays, setSettingDays] = useState(false)
  const [group, setGroup] = useState<Group>('open')
  const [find, setFind] = useState('')
  const { rows, first, state, more } = usePages(listRequests, { group, limit: 40, ...(find === '' ? {} : { find }) })
  const counts = first?.counts
  const count: Partial<Record<Group, number | undefined>> = { open: counts?.open, urgent: counts?.urgent, 'to-source': counts?.toSource, 'to-tell': counts?.toTell, arrived: counts?.arrived }
  return (
    <PageFrame title={t('purchasing.requests')} actions={(
      <>
        <Button onPress={() => saveFile(requestsFile, { query: { group, ...(find === '' ? {} : { find }) } })}>{w('web.excel')}</Button>
        {may(purchasingPermissions.setDays) ? <Button onPress={() => setSettingDays(true)}>{t('purchasing.source-days')}</Button> : null}
        {may(purchasingPermissions.askByHand) ? <Button onPress={() => setAsking(true)}>{t('purchasing.by-hand')}</Button> : null}
      </>
    )}>
      <div className="requests">
        {asking ? <HandDialog onClose={() => setAsking(false)} /> : null}
        {settingDays ? <SourceDaysDialog onClose={() => setSettingDays(false)} /> : null}
        <UnclearParts />
        <TabList id="requests" label={t('purchasing.requests')} current={group} onChange={(id) => setGroup(requestGroups.find((known) => known === id) ?? 'open')}
          tabs={requestGroups.map((id) => ({ id, text: t(`purchasing.group.${id}`), ...(count[id] === undefined ? {} : { count: count[id] }) }))} />
        <TextField label={t('purchasing.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('purchasing.find')} maxLength={40} />
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        <div role="tabpanel" id="requests-panel" aria-labelledby={`requests-tab-${group}`}>
          {state === 'ready' && rows.length === 0 ? <EmptyState>{t('purchasing.none')}</EmptyState> : null}
          <ul className="shortages">{rows.map((row) => <OneRequest key={row.id} row={row} />)}</ul>
        </div>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
      </div>
    </PageFrame>
  )
}

function OneRequest({ row }: { row: RequestRow }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  return (
    <li className="shortage k-panel">
      <div className="request-head">
        <WhoWaits row={row} />
        <strong className="request-name">{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.partNumber}</span></strong>
        <Quantity thousandths={row.thousandths} unit={row.unit} />
      </div>
      <RequestFacts request={row} />
      <p className="k-quiet-text">{row.number} · {t('purchasing.asked-by')} {row.askedByName} {moments.time(row.askedAt)}{row.note === '' ? '' : ` · ${row.note}`}</p>
      <div className="k-row"><RequestDeeds request={row} /></div>
    </li>
  )
}
