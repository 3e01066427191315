import { X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { addPackage, changePackage, listModels, listOperations, listParts, type PackageRow } from '../contract.ts'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'

type Line = Pick<PackageRow['lines'][number], 'operationId' | 'partId' | 'code' | 'nameZh' | 'nameEn' | 'unit'> & { readonly quantityThousandths: number | null }
type Found = TypeaheadOption & { readonly line: Line }
const idOf = ({ operationId, partId }: Pick<Line, 'operationId' | 'partId'>): string => operationId ?? partId ?? ''
const emptyPackage = { code: '', nameZh: '', nameEn: '', modelId: null, priceFen: null, active: true, lines: [] }

export function PackageDialog({ row, onClose }: { row: PackageRow | null; onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const toast = useToast()
  const from = row ?? emptyPackage
  const [wish, set] = useWish({ code: from.code, nameZh: from.nameZh, nameEn: from.nameEn, modelId: from.modelId ?? 'all', priceFen: from.priceFen, active: from.active })
  const [lines, setLines] = useState<readonly Line[]>(from.lines)
  const [tried, setTried] = useState(false)
  const models = useReading(listModels, { query: { limit: 200 } })
  const saved = () => { toast({ text: t('catalogue.saved') }); onClose() }
  const [add, change] = [useDeed(addPackage, saved), useDeed(changePackage, saved)]
  const { busy, error } = row === null ? add : change
  const missing = (text: string) => (tried && text.trim() === '' ? t('catalogue.required') : null)
  const submit = () => {
    setTried(true)
    const { code, nameZh, nameEn, modelId, priceFen, active } = wish
    const filled = lines.flatMap(({ operationId, partId, quantityThousandths }) => (quantityThousandths === null ? [] : [{ operationId, partId, quantityThousandths }]))
    if ([code, nameZh, nameEn].some((text) => text.trim() === '') || filled.length < lines.length || lines.length === 0) return
    const body = { nameZh, nameEn, modelId: modelId === 'all' ? null : modelId, priceFen, lines: filled }
    if (row === null) add.run({ body: { code, ...body } })
    else change.run({ params: { packageId: row.id }, body: { version: row.version, active, ...body } })
  }
  return (
    <Dialog title={row === null ? t('catalogue.add-package') : `${t('catalogue.edit-package')} · ${row.code}`} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy} whyNot={tried && lines.length === 0 ? t('catalogue.package-without-labour') : null}>{row === null ? t('catalogue.add-package') : t('catalogue.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <div className="k-form">
          {row === null ? <TextField label={t('catalogue.code')} name="code" value={wish.code} onChange={set('code')} required autoFocus maxLength={30} error={missing(wish.code)} /> : null}
          <TextField label={t('catalogue.name-zh')} name="name-zh" value={wish.nameZh} onChange={set('nameZh')} required maxLength={100} error={missing(wish.nameZh)} />
          <TextField label={t('catalogue.name-en')} name="name-en" value={wish.nameEn} onChange={set('nameEn')} required maxLength={120} error={missing(wish.nameEn)} />
          <SelectField<string> label={t('catalogue.model')} value={wish.modelId} onChange={set('modelId')}
            choices={[{ value: 'all', text: t('catalogue.all-models') }, ...(models.data?.rows ?? []).map((model) => ({ value: model.id, text: own(model) }))]} />
          <div className="k-form-whole"><MoneyField label={t('catalogue.package-price')} name="price" value={wish.priceFen} onChange={set('priceFen')} hint={t('catalogue.package-price-hint')} /></div>
          {row === null ? null : <CheckField label={t('catalogue.active')} checked={wish.active} onChange={set('active')} />}
        </div>
        <PackageLines lines={lines} tried={tried} onChange={setLines} />
      </div>
    </Dialog>
  )
}

/** What is in it, with hours and pieces; found by typing. */
function PackageLines({ lines, tried, onChange }: { lines: readonly Line[]; tried: boolean; onChange: (lines: readonly Line[]) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const put = (line: Line) => { if (!lines.some((one) => idOf(one) === idOf(line))) onChange([...lines, line]) }
  return (
    <section className="package-lines" aria-label={t('catalogue.package-lines')}>
      {lines.map((line) => (
        <div key={idOf(line)} className="package-line">
          <span className="package-line-name">{own(line)} <span className="k-quiet-text">{line.code}</span></span>
          <QuantityField label={own(line)} hideLabel value={line.quantityThousandths} unit={line.unit} required error={tried && line.quantityThousandths === null ? t('catalogue.required') : null}
            onChange={(quantityThousandths) => onChange(lines.map((one) => (one === line ? { ...line, quantityThousandths } : one)))} />
          <IconButton icon={X} aria-label={t('catalogue.package-remove', { name: own(line) })} onPress={() => onChange(lines.filter((one) => one !== line))} />
        </div>
      ))}
      <div className="k-form">
        <Typeahead<Found> label={t('catalogue.package-add-operation')} placeholder={t('catalogue.find-operations')} onPick={({ line }) => put(line)}
          search={async (find, signal) => (await call(listOperations, { query: { find, limit: 12 } }, { signal })).rows.map((one) => ({
            id: one.id, primary: own(one), secondary: one.code,
            line: { operationId: one.id, partId: null, code: one.code, nameZh: one.nameZh, nameEn: one.nameEn, unit: 'h', quantityThousandths: one.standardHoursThousandths },
          }))} />
        <Typeahead<Found> label={t('catalogue.package-add-part')} placeholder={t('catalogue.find-parts')} onPick={({ line }) => put(line)}
          search={async (find, signal) => (await call(listParts, { query: { find, limit: 12 } }, { signal })).rows.map((one) => ({
            id: one.id, primary: own(one), secondary: one.number,
            line: { operationId: null, partId: one.id, code: one.number, nameZh: one.nameZh, nameEn: one.nameEn, unit: one.unit, quantityThousandths: 1_000 },
          }))} />
      </div>
    </section>
  )
}
