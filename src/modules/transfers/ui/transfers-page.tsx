import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listTransfers, transferGroups } from '../contract.ts'
import { transferPermissions } from '../permissions.ts'
import { AskDialog } from './ask-dialog.tsx'
import { TransferDetail } from './transfer-sheet.tsx'
import { transferTexts } from './texts.ts'
import { transferTones } from './tones.ts'
import './transfers.css'

/** What this store gets from others, and what it gives them. */
export function TransfersPage() {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { transferId } = useParams({ strict: false }) as { transferId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/transfers' : `/transfers/${id}` }) }
  const [asking, setAsking] = useState(false)
  const title = t('transfers.title')
  return (
    <PageFrame title={title} fill actions={may(transferPermissions.ask) ? <Button kind={transferId === undefined ? 'primary' : 'plain'} onPress={() => setAsking(true)}>{t('transfers.ask')}</Button> : null}>
      <SplitView showing={transferId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<TransferList selected={transferId ?? null} onOpen={open} />}
        detail={transferId === undefined ? <EmptyState>{t('transfers.pick-one')}</EmptyState> : <TransferDetail key={transferId} transferId={transferId} />} />
      {asking ? <AskDialog onClose={(id) => { setAsking(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function TransferList({ selected, onOpen }: { selected: string | null; onOpen: (transferId: string) => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const [group, setGroup] = useState<(typeof transferGroups)[number]>('todo')
  const [open, setOpen] = useState<'yes' | 'no'>('yes')
  const { rows, state, more } = usePages(listTransfers, { group, open: group === 'todo' ? 'yes' : open, limit: 40 })
  return (
    <ListPane label={t('transfers.title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{t(group === 'todo' ? 'transfers.none-todo' : 'transfers.none')}</EmptyState>}
      head={
        <div className="tf-filter">
          <ChoiceField label={t('transfers.direction')} hideLabel value={group} onChange={setGroup} choices={transferGroups.map((value) => ({ value, text: t(`transfers.group.${value}`) }))} />
          {group === 'todo' ? null : <ChoiceField label={t('transfers.shown')} hideLabel value={open} onChange={setOpen} choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`transfers.open.${value}`) }))} />}
        </div>
      }
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: english ? row.other.nameEn : row.other.nameZh, status: <StatusTag tone={transferTones[row.status]} text={t(`transfers.status.${row.status}`)} />, trailing: row.eta,
        secondary: row.lines === 1 ? (english ? row.firstEn : row.firstZh) : t('transfers.first-of', { name: english ? row.firstEn : row.firstZh, count: row.lines }), secondaryTrailing: row.gaps === 0 ? null : t('transfers.gaps', { count: row.gaps }),
      })} />
  )
}
