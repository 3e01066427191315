import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listTillEntries } from '../contract.ts'
import { ways, type Way } from '../domain/till.ts'
import { settlementTexts } from './texts.ts'

const pageSize = 50

/** What stands behind the sums of a day: a difference is found here. */
export function TillEntries({ day }: { day: string }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const [way, setWay] = useState<Way | ''>('')
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const { rows, state, more } = usePages(listTillEntries, { limit: pageSize, ...(way === '' ? {} : { way }), ...(word === '' ? {} : { find: word }) }, { day })
  return (
    <Section title={t('settlement.entries')}>
      <div className="k-form">
        <TextField label={t('settlement.find-entry')} hideLabel type="search" placeholder={t('settlement.find-entry')} name="find-entry" value={find} onChange={setFind} maxLength={40} trailing={<Search size={14} aria-hidden />} />
        <SelectField label={t('settlement.way')} hideLabel name="way" value={way} onChange={setWay} choices={[{ value: '' as const, text: t('settlement.every-way') }, ...ways.map((value) => ({ value, text: t(`settlement.way.${value}`) }))]} />
      </div>
      <DataTable label={t('settlement.entries')} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={760} empty={<EmptyState>{t(word === '' && way === '' ? 'settlement.no-entries' : 'settlement.no-such-entry')}</EmptyState>} columns={[
        { id: 'number', header: t('settlement.receipt'), width: 168, cell: ({ number, reference }) => <span>{number}{reference === '' ? null : <><br /><span className="k-quiet-text">{reference}</span></>}</span> },
        { id: 'about', header: t('settlement.about'), cell: ({ about, statementId, reason }) => <span>{statementId === null ? about : <Link to={`/cashier/${statementId}`}>{about}</Link>}{reason === '' ? null : <><br /><span className="k-quiet-text">{reason}</span></>}</span> },
        { id: 'way', header: t('settlement.way'), width: 80, cell: (row) => t(`settlement.way.${row.way}`) },
        { id: 'amount', header: t('settlement.amount'), width: 108, align: 'end', cell: ({ amountFen }) => <Money fen={amountFen} strong /> },
        { id: 'fee', header: t('settlement.fee'), width: 84, align: 'end', cell: ({ feeFen }) => (feeFen === 0 ? '' : <Money fen={feeFen} />) },
        { id: 'who', header: t('settlement.by'), width: 112, cell: ({ personName, at }) => `${personName} ${moments.time(at)}` },
      ]} />
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: pageSize })}</Button>}
    </Section>
  )
}
