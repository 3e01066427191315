import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { ShopRow } from '../contract.ts'
import { PromiseLeft } from './promise.tsx'
import { workshopTexts } from './texts.ts'

export const shopGroups = ['waiting', 'working', 'inspection'] as const
export type ShopGroup = (typeof shopGroups)[number]

/** What the shop owes the car next: a technician, the work, or its inspection. */
export function groupOf({ status, labour, jobs }: ShopRow): ShopGroup {
  if (status === 'in_inspection') return 'inspection'
  return jobs.length < labour ? 'waiting' : 'working'
}

export const toneOfGroup = { waiting: 'danger', working: 'active', inspection: 'settle' } as const

export type ShopListProps = {
  rows: readonly ShopRow[]
  state: LoadState
  selected: string | null
  onOpen: (orderId: string) => void
  empty: string
  head: ReactNode
}

/** Waiting for dispatch first; within a group the earliest promise first, as the server gives them. */
export function ShopList({ rows, state, selected, onOpen, empty, head }: ShopListProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const ordered = rows.toSorted((a, b) => Number(groupOf(b) === 'waiting') - Number(groupOf(a) === 'waiting'))
  return (
    <ListPane label={t('workshop.title')} head={head} rows={ordered} rowKey={({ orderId }) => orderId} state={state} selectedKey={selected} pageKeys
      onOpen={({ orderId }) => onOpen(orderId)} empty={<EmptyState>{empty}</EmptyState>}
      row={(row) => ({
        primary: <Plate text={showPlate(row.plate)} />,
        status: <StatusTag tone={toneOfGroup[groupOf(row)]} text={t(`workshop.show.${groupOf(row)}`)} />,
        trailing: <PromiseLeft promisedAt={row.promisedAt} />,
        secondary: [row.modelName, ...new Set(row.jobs.map(({ technicianName }) => technicianName))].filter((part) => part !== '').join(' · '),
        secondaryTrailing: groupOf(row) === 'waiting'
          ? t('workshop.dispatched-of', { done: row.jobs.length, all: row.labour })
          : t('workshop.finished-of', { done: row.jobs.filter((job) => job.status === 'finished' || job.status === 'stopped').length, all: row.labour }),
      })} />
  )
}
