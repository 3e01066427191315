import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listToPick } from '../contract.ts'
import { pickingPermissions } from '../permissions.ts'
import { PickDetail } from './pick-sheet.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { pickingTexts } from './texts.ts'
import { UnscannedDialog } from './unscanned-dialog.tsx'
import './picking.css'

/** The storekeeper's phone: which order wants parts, and where each part lies. */
export function PickingPage() {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const { orderId } = useParams({ strict: false }) as { orderId?: string }
  const navigate = useNavigate()
  const open = (id: string | null) => { void navigate({ to: id === null ? '/picking' : `/picking/${id}` }) }
  const keeps = useMay()(pickingPermissions.keepRule)
  const [asked, setAsked] = useState<'rule' | 'unscanned' | null>(null)
  const actions = keeps ? <><Button onPress={() => setAsked('unscanned')}>{t('picking.unscanned')}</Button><Button onPress={() => setAsked('rule')}>{t('picking.rule')}</Button></> : null
  return (
    <PageFrame title={t('picking.title')} fill actions={actions}>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('picking.title-order')} sideLabel={t('picking.title-order')}
        list={<PickList selected={orderId ?? null} onOpen={open} />}
        detail={orderId === undefined ? <EmptyState>{t('picking.pick-one')}</EmptyState> : <PickDetail key={orderId} orderId={orderId} />} />
      {asked === 'rule' ? <RuleDialog onClose={() => setAsked(null)} /> : null}
      {asked === 'unscanned' ? <UnscannedDialog onClose={() => setAsked(null)} /> : null}
    </PageFrame>
  )
}

const shownChoices = ['open', 'all'] as const

function PickList({ selected, onOpen }: { selected: string | null; onOpen: (orderId: string) => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const [shown, setShown] = useState<(typeof shownChoices)[number]>('open')
  const orders = useReading(listToPick, {})
  const all = orders.data?.rows ?? []
  const waiting = all.filter(({ open }) => open > 0)
  const state: LoadState = orders.isError ? { error: sentence(orders.error), onRetry: () => { void orders.refetch() } } : orders.isFetching ? 'loading' : 'ready'
  return (
    <ListPane label={t('picking.title')} rows={shown === 'open' ? waiting : all} rowKey={(row) => row.orderId} state={state} selectedKey={selected} pageKeys onOpen={(row) => onOpen(row.orderId)}
      empty={<EmptyState>{all.length === 0 ? t('picking.none') : t('picking.none-open')}</EmptyState>}
      head={<ChoiceField label={t('picking.show')} hideLabel value={shown} onChange={setShown} wide
        choices={shownChoices.map((value) => ({ value, text: t(`picking.show.${value}`), count: value === 'open' ? waiting.length : all.length }))} />}
      row={(row) => ({
        primary: <Plate text={showPlate(row.plate)} />,
        status: row.open === 0 ? <StatusTag tone="done" text={t('picking.all-issued')} /> : <StatusTag tone="warn" text={t('picking.open-of', { open: row.open, all: row.lines })} />,
        trailing: row.promisedAt === null ? undefined : t('picking.promise', { time: moments.time(row.promisedAt) }),
        secondary: row.modelName, secondaryTrailing: t('picking.advisor', { name: row.advisorName }),
      })} />
  )
}
