import { ArrowLeft, Printer } from 'lucide-react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { DutyRow } from '../contract.ts'
import { useNameOf, useProofWords } from './duty-words.ts'
import { useWhenWords } from './when-words.ts'
import { dutyTexts } from './texts.ts'

/** The manual as it holds today, to be handed out: each position on a page of its own, in the language of the screen. */
export function ManualPaper({ rows, onBack }: { rows: readonly DutyRow[]; onBack: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const today = useToday()
  const nameOf = useNameOf()
  const proofWords = useProofWords()
  const whenWords = useWhenWords()
  const { nameOf: positionOf } = usePositions()
  const inForce = rows.filter(({ active, withdrawn, until }) => active && withdrawn === null && (until === null || until >= today))
  const wrapped = (text: string) => <span className="manual-wraps">{text}</span>
  const columns: Column<DutyRow>[] = [
    { id: 'id', header: t('duties.id'), width: 84, cell: ({ id }) => id },
    { id: 'duty', header: t('duties.duty'), cell: (row) => wrapped(nameOf(row)) },
    { id: 'when', header: wrapped(t('duties.when')), headerLabel: t('duties.when'), width: '18%', cell: ({ due }) => wrapped(whenWords(due)) },
    { id: 'proof', header: t('duties.proof'), width: '20%', cell: ({ proof }) => wrapped(proofWords(proof)) },
    { id: 'watch', header: wrapped(t('duties.watches')), headerLabel: t('duties.watches'), width: '16%', cell: ({ watch }) => wrapped(t.list(watch.map(positionOf))) },
  ]
  return (
    <PageFrame title={t('duties.manual')} note={today} actions={<><Button icon={ArrowLeft} onPress={onBack}>{t('duties.manual.back')}</Button><Button kind="primary" icon={Printer} onPress={() => window.print()}>{t('duties.manual.print')}</Button></>}>
      {inForce.length === 0 ? <EmptyState>{t('duties.nothing')}</EmptyState> : null}
      <div className="manual-paper">
        {[...Map.groupBy(inForce, ({ position }) => position)].map(([position, duties]) => (
          <Section key={position} title={positionOf(position)}><DataTable label={positionOf(position)} columns={columns} rows={duties} rowKey={({ id }) => id} minimumWidth={640} /></Section>
        ))}
      </div>
    </PageFrame>
  )
}
