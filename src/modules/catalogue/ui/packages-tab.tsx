import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { listPackages, type PackageRow } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { PackageDialog } from './package-dialog.tsx'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'

/** Work and parts that are offered together. */
export function PackagesTab({ adding, onAdded }: { adding: boolean; onAdded: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const sentence = useSentence()
  const may = useMay()(cataloguePermissions.maintainPackages)
  const [editing, setEditing] = useState<PackageRow | null>(null)
  const packages = useReading(listPackages, { query: { state: 'all' } })
  if (packages.isError) return <LoadError state={{ error: sentence(packages.error), onRetry: () => { void packages.refetch() } }} />
  if (packages.data === undefined) return <Skeleton kind="list" lines={6} />
  return (
    <div className="catalogue-page">
      <div className="k-panel catalogue-only">
        <DataTable<PackageRow> fill label={t('catalogue.packages')} rows={packages.data.rows} rowKey={({ id }) => id} minimumWidth={560} onOpen={may ? setEditing : undefined}
          empty={<EmptyState>{t('catalogue.no-packages')}</EmptyState>}
          columns={[
            { id: 'code', header: t('catalogue.code'), width: 90, cell: (row) => row.code },
            { id: 'name', header: t('catalogue.name'), width: 180, cell: (row) => <>{own(row)}{row.active ? null : <> <StatusTag tone="neutral" text={t('catalogue.inactive')} /></>}</> },
            { id: 'lines', header: t('catalogue.package-lines'), cell: (row) => <span className="package-lines">{row.lines.map(own).join(' · ')}</span> },
            { id: 'price', header: t('catalogue.package-price'), width: 170, align: 'end', cell: (row) => (row.priceFen === null ? t('catalogue.package-sum') : <Money fen={row.priceFen} />) },
          ]} />
      </div>
      {adding || editing !== null ? <PackageDialog row={adding ? null : editing} onClose={() => { setEditing(null); onAdded() }} /> : null}
    </div>
  )
}
