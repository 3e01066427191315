import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { stockPermissions } from '../../stock/permissions.ts'
import { seeMap, type ZoneRow } from '../contract.ts'
import { binPermissions } from '../permissions.ts'
import { AddBinDialog, RuleDialog, ZoneDialog } from './arrange-dialogs.tsx'
import { BinSheet } from './bin-sheet.tsx'
import { Legend, ZoneMap } from './zone-map.tsx'
import { binTexts } from './texts.ts'
import './bins.css'

/** The parts store as its bins' codes draw it: zones, racks, levels; what is chosen opens beside it. */
export function MapPage() {
  const t = useTexts(binTexts.zh, binTexts.en)
  const sentence = useSentence()
  const may = useMay()
  const navigate = useNavigate()
  const { placeId } = useParams({ strict: false }) as { placeId?: string }
  const { data, isPending, isError, error, isFetching, refetch } = useReading(seeMap, {})
  const [doing, setDoing] = useState<'rule' | 'add' | ZoneRow | null>(null)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/bins' : `/bins/${id}` }) }
  const close = () => setDoing(null)
  const arranges = may(binPermissions.arrange)
  return (
    <PageFrame title={t('bins.title')} actions={
      <>
        {arranges ? <Button onPress={() => setDoing('rule')}>{t('bins.rules')}</Button> : null}
        {may(stockPermissions.keepPlaces) ? <Button icon={Plus} onPress={() => setDoing('add')}>{t('bins.add')}</Button> : null}
      </>}>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={8} /> : null}
      {data === undefined ? null : (
        <div className="bin-page" data-showing={placeId === undefined ? 'map' : 'bin'}>
          <div className="bin-map">
            {data.bins.length === 0 ? <EmptyState>{t('bins.none')}</EmptyState> : <Legend />}
            {data.zones.map((zone) => <ZoneMap key={zone.code} zone={zone} bins={data.bins.filter((bin) => bin.zone === zone.code)} chosen={placeId ?? null} onOpen={open} onDescribe={arranges ? () => setDoing(zone) : null} />)}
          </div>
          <div className="bin-side k-panel">{placeId === undefined ? <EmptyState>{t('bins.pick-one')}</EmptyState> : <BinSheet key={placeId} placeId={placeId} onBack={() => open(null)} />}</div>
        </div>
      )}
      {doing === null || data === undefined ? null : doing === 'rule' ? <RuleDialog rule={data.rule} onClose={close} /> : doing === 'add' ? <AddBinDialog onClose={close} /> : <ZoneDialog zone={doing} onClose={close} />}
    </PageFrame>
  )
}
