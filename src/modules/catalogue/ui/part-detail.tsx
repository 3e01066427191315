import { ArrowLeft, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, linkButtonClass } from '../../../ui-kit/button.tsx'
import { classNames } from '../../../ui-kit/class-names.ts'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { seePart, type PartView } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { PartDialog } from './part-dialog.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'
import { useToday } from '../../../platform/web/use-today.ts'

export function PartDetail({ partId, onOpen }: { partId: string; onOpen: (id: string | null) => void }) {
  const sentence = useSentence()
  const part = useReading(seePart, { params: { partId } })
  if (part.isPending) return <LoadBar busy />
  if (part.isError) return <LoadError state={{ error: sentence(part.error), onRetry: () => { void part.refetch() } }} />
  return <PartSheet key={partId} part={part.data} onOpen={onOpen} />
}

function PartSheet({ part, onOpen }: { part: PartView; onOpen: (id: string | null) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const may = useMay()
  const [dialog, setDialog] = useState<'edit' | 'price' | null>(null)
  const close = () => setDialog(null)
  return (
    <article className="catalogue-sheet">
      <header className="catalogue-sheet-head">
        <div className="catalogue-back"><Button kind="quiet" icon={ArrowLeft} onPress={() => onOpen(null)}>{t('catalogue.back')}</Button></div>
        <div className="catalogue-sheet-name">
          <h2>{own(part)}</h2>
          <div className="catalogue-number">{part.number}</div>
          <div className="catalogue-tags">
            {part.supersededBy === null ? null : <StatusTag tone="warn" text={t('catalogue.superseded')} />}
            {part.active ? null : <StatusTag tone="neutral" text={t('catalogue.inactive')} />}
          </div>
        </div>
        {may(cataloguePermissions.maintainParts) ? <Button icon={Pencil} onPress={() => setDialog('edit')}>{t('catalogue.edit')}</Button> : null}
      </header>
      <Facts layout="columns" facts={[
        { id: 'category', label: t('catalogue.category'), value: t(`catalogue.category.${part.category}`) },
        { id: 'unit', label: t('catalogue.unit'), value: t.unit(part.unit) },
        { id: 'pack', label: t('catalogue.pack'), value: <Quantity thousandths={part.packThousandths} unit={part.unit} /> },
        ...(part.units.length === 0 ? [] : [{ id: 'units', label: t('catalogue.units'), value: t.list(part.units.map(({ unit, factorThousandths }) =>
          t('catalogue.unit-line', { unit: t.unit(unit), factor: formatThousandths(factorThousandths), base: t.unit(part.unit) }))) }]),
        { id: 'barcodes', label: t('catalogue.barcodes'), value: part.barcodes.length === 0 ? t('catalogue.no-barcodes') : t.list(part.barcodes), wide: true },
      ]} />
      <Section title={t('catalogue.prices')}
        actions={may(cataloguePermissions.setPrices) ? <Button size="desk" icon={Plus} onPress={() => setDialog('price')}>{t('catalogue.add-price')}</Button> : undefined}>
        <Prices part={part} />
      </Section>
      <Section title={t('catalogue.supersession')}><Chain part={part} onOpen={onOpen} /></Section>
      {dialog === 'edit' ? <PartDialog part={part} onClose={close} onSaved={close} /> : null}
      {dialog === 'price' ? <PriceDialog part={part} onClose={close} /> : null}
    </article>
  )
}

/** What counts today is dark, what is past or planned is grey and says so. */
function Prices({ part }: { part: PartView }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const today = useToday()
  if (part.prices.length === 0) return <p className="k-quiet-text">{t('catalogue.no-prices')}</p>
  return (
    <table className="catalogue-prices">
      <thead><tr><th>{t('catalogue.price-kind')}</th><th>{t('catalogue.valid-from')}</th><th>{t('catalogue.valid-until')}</th><th>{t('catalogue.price')}</th></tr></thead>
      <tbody>
        {part.prices.map((price) => (
          <tr key={`${price.kind}-${price.validFrom}`} className={classNames(!price.current && 'catalogue-not-now')}>
            <td>{t(`catalogue.${price.kind}-price`)}{price.current ? null : <> · {t(price.validFrom > today ? 'catalogue.coming' : 'catalogue.past')}</>}</td>
            <td>{price.validFrom}</td><td>{price.validUntil ?? t('catalogue.until-further')}</td><td><Money fen={price.priceFen} strong={price.current} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Chain({ part, onOpen }: { part: PartView; onOpen: (id: string) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  if (part.predecessors.length + part.successors.length === 0) return <p className="k-quiet-text">{t('catalogue.no-supersession')}</p>
  return (
    <ol className="catalogue-chain">
      {[...part.predecessors, part, ...part.successors].map((link) => (
        <li key={link.id}>
          {link.id === part.id ? <><strong>{link.number}</strong> <span className="k-quiet-text">{t('catalogue.this-part')}</span></>
            : <><button type="button" className={linkButtonClass} onClick={() => onOpen(link.id)}>{link.number}</button> {own(link)}</>}
        </li>
      ))}
    </ol>
  )
}
