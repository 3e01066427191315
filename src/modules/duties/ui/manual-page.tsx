import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { seeManual, type DutyRow } from '../contract.ts'
import { dutyPermissions } from '../permissions.ts'
import { AddDuty } from './add-duty.tsx'
import { ManualPaper } from './manual-paper.tsx'
import { DutyDetail } from './duty-detail.tsx'
import { useNameOf, usePackName } from './duty-words.ts'
import { useWhenWords } from './when-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

/** The whole job manual: search it, see how each line is proved, change it for this store. */
export function ManualPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const whenWords = useWhenWords()
  const { dutyId } = useParams({ strict: false })
  const navigate = useNavigate()
  const may = useMay()
  const packName = usePackName()
  const { add } = useSearch({ strict: false }) as { add?: string }
  const mayEdit = may(dutyPermissions.editManual)
  const [adding, setAdding] = useState(add === 'own' && mayEdit)
  const [onPaper, setOnPaper] = useState(false)
  const [find, setFind] = useState('')
  const [position, setPosition] = useState('')
  const [pack, setPack] = useState('')
  const manual = useReading(seeManual, {})
  const all = manual.data?.rows ?? []
  const wanted = find.trim().toLowerCase()
  const rows = all.filter((row) => (position === '' || row.position === position) && (pack === '' || row.pack === pack) && (wanted === '' || `${row.id} ${row.zh} ${row.en}`.toLowerCase().includes(wanted)))
  const open = (id: string | null) => { void navigate({ to: id === null ? '/manual' : `/manual/${id}` }) }
  const chosen = all.find(({ id }) => id === dutyId)
  const packs = [...new Set(all.map((row) => row.pack))]
  if (onPaper) return <ManualPaper rows={rows} onBack={() => setOnPaper(false)} />
  return (
    <PageFrame title={t('duties.manual')} fill note={t('duties.count', { count: rows.length })} actions={<><Button icon={Printer} onPress={() => setOnPaper(true)}>{t('duties.manual.print')}</Button>{mayEdit ? <Button onPress={() => setAdding(true)}>{t('duties.own.add')}</Button> : null}</>}>
      <SplitView showing={dutyId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('duties.duty')} sideLabel={t('duties.duty')}
        list={<ListPane label={t('duties.manual')} rows={rows} rowKey={({ id }) => id} selectedKey={dutyId ?? null} pageKeys onOpen={({ id }) => open(id)}
          state={manual.isError ? { error: sentence(manual.error), onRetry: () => { void manual.refetch() } } : manual.isFetching ? 'loading' : 'ready'}
          head={<div className="manual-find">
            <TextField label={t('duties.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('duties.find')} maxLength={60} />
            <SelectField label={t('duties.position')} hideLabel name="position" value={position} onChange={setPosition}
              choices={[{ value: '', text: t('duties.all-positions') }, ...[...new Set(all.map((row) => row.position))].map((value) => ({ value, text: positionOf(value) }))]} />
            {packs.length < 2 ? null : <SelectField label={t('duties.pack')} hideLabel name="pack" value={pack} onChange={setPack} choices={[{ value: '', text: t('duties.pack.all') }, ...packs.map((value) => ({ value, text: packName(value) }))]} />}
          </div>}
          empty={<EmptyState>{t('duties.nothing')}</EmptyState>}
          row={(row) => ({ primary: <span className="manual-name k-cut">{nameOf(row)}</span>, secondary: `${row.id} · ${whenWords(row.due)}`, secondaryTrailing: <ClosedBy row={row} /> })} />}
        detail={chosen === undefined ? <EmptyState>{t('duties.pick-one')}</EmptyState> : <DutyDetail duty={chosen} key={chosen.id} />} />
      {adding ? <AddDuty onClose={() => setAdding(false)} onAdded={open} /> : null}
    </PageFrame>
  )
}

export function ClosedBy({ row }: { row: DutyRow }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const today = useToday()
  if (row.until !== null && row.until < today) return <StatusTag tone="done" text={t('duties.own.is-over')} />
  if (row.withdrawn === 'gone') return <StatusTag tone="done" text={t('duties.verdict.gone')} />
  if (!row.active || row.withdrawn === 'off') return <StatusTag tone="done" text={t('duties.off')} />
  return <StatusTag tone={row.closedBy !== 'record' ? 'active' : 'info'} text={t(`duties.closed-by.${row.closedBy}`)} />
}
