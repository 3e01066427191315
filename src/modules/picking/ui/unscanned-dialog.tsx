import { Link } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listUnscanned, type Unscanned } from '../contract.ts'
import { usePartName } from './open-of.ts'
import { pickingTexts } from './texts.ts'

const pageSize = 40

/** What left its shelf unscanned, newest first, for the supervisor to look at (WHK-3.1). */
export function UnscannedDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const w = useTexts(webZh, webEn)
  const { rows, state, more } = usePages(listUnscanned, { limit: pageSize })
  return (
    <Dialog title={t('picking.unscanned')} onClose={onClose}>
      <div className="k-stack">
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        {state === 'ready' && rows.length === 0 ? <EmptyState>{t('picking.unscanned-none')}</EmptyState> : null}
        <ul className="pick-plain">{rows.map((row) => <OneUnscanned key={row.id} row={row} />)}</ul>
        {more === null ? null : <Button kind="quiet" onPress={more}>{w('web.more', { count: pageSize })}</Button>}
      </div>
    </Dialog>
  )
}

const pages: Readonly<Record<Unscanned['way'], string>> = { job: '/picking', counter: '/counter', transfer: '/transfers' }

function OneUnscanned({ row }: { row: Unscanned }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const moments = useMoments()
  const english = useLanguage() === 'en'
  return (
    <li className="pick-unscanned">
      <div className="k-row">
        <strong>{row.partNumber}</strong><span>{usePartName()({ ...row, number: row.partNumber })}</span><Quantity thousandths={row.thousandths} unit={row.unit} />
        <StatusTag tone={row.why === null ? 'neutral' : 'warn'} text={t(`picking.why.${row.why ?? 'none'}`)} />
      </div>
      <div className="k-quiet-text"><Link to={`${pages[row.way]}/${row.ofId}`}>{row.way === 'job' ? showPlate(row.aboutZh) : english ? row.aboutEn : row.aboutZh} {row.ofNumber}</Link> · {row.document} · {row.personName} · {moments.full(row.at)}</div>
    </li>
  )
}
