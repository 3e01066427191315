import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { trades, type Trade } from '../../catalogue/domain/kinds.ts'
import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { addCheckSheet, editCheckSheet, type CheckSheetView } from '../contract.ts'
import { pointsFor, whyNotKeepSheet, type CheckPoint } from '../domain/checks.ts'
import { workshopTexts } from './texts.ts'

type Wish = { trade: Trade; codeBegins: string; nameZh: string; nameEn: string; selfCheck: boolean; teamCheck: boolean; active: boolean; points: readonly CheckPoint[] }

const fresh: Wish = { trade: 'mechanical', codeBegins: '', nameZh: '', nameEn: '', selfCheck: true, teamCheck: true, active: true, points: [] }

/** A key of its own for a new point: it stays with the answers, the names may change. */
function nextKey(points: readonly CheckPoint[]): string {
  const taken = new Set(points.map(({ key }) => key))
  let number = points.length + 1
  while (taken.has(`p${String(number)}`)) number += 1
  return `p${String(number)}`
}

export function SheetDialog({ sheet, onClose }: { sheet: CheckSheetView | null; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const c = useTexts(catalogueZh, catalogueEn)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [wish, set] = useWish<Wish>(sheet ?? fresh)
  const said = () => { onClose(); toast({ text: t('workshop.sheet-saved') }) }
  const adding = useDeed(addCheckSheet, said)
  const editing = useDeed(editCheckSheet, said)
  const { trade, codeBegins, nameZh, nameEn, selfCheck, teamCheck, active } = wish
  const points = [...wish.points]
  const unnamed = [nameZh, nameEn, ...points.flatMap((point) => [point.nameZh, point.nameEn])].some((name) => name.trim() === '')
  const whyNot = unnamed ? t('workshop.sheet-fill-in') : t.refusal(whyNotKeepSheet(wish))
  const body = { nameZh, nameEn, selfCheck, teamCheck, points }
  const save = () => {
    if (whyNot !== null) return
    if (sheet === null) adding.run({ body: { trade, codeBegins, ...body } })
    else editing.run({ params: { sheetId: sheet.id }, body: { version: sheet.version, ...body, active } })
  }
  const error = adding.error ?? editing.error
  const change = (at: number, point: CheckPoint) => set('points')(points.map((one, index) => (index === at ? point : one)))
  const add = () => set('points')([...points, { key: nextKey(points), nameZh: '', nameEn: '', by: teamCheck ? 'both' : 'self', value: null, photo: false }])
  return (
    <Dialog title={sheet === null ? t('workshop.sheet-add') : english ? sheet.nameEn : sheet.nameZh} onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={adding.busy || editing.busy} whyNot={whyNot}>{t('workshop.sheet-save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        {sheet === null ? (
          <div className="sheet-pair">
            <SelectField label={t('workshop.sheet-trade')} name="trade" value={trade} onChange={set('trade')} choices={trades.map((value) => ({ value, text: c(`catalogue.trade.${value}`) }))} />
            <TextField label={t('workshop.sheet-code')} name="code" value={codeBegins} onChange={(code) => set('codeBegins')(code.toUpperCase())} maxLength={30} hint={t('workshop.sheet-code-hint')} />
          </div>
        ) : null}
        <div className="sheet-pair">
          <TextField label={t('workshop.sheet-name-zh')} name="name-zh" value={nameZh} onChange={set('nameZh')} maxLength={60} required />
          <TextField label={t('workshop.sheet-name-en')} name="name-en" value={nameEn} onChange={set('nameEn')} maxLength={80} required />
        </div>
        <CheckField label={t('workshop.sheet-self')} name="self" checked={selfCheck} onChange={set('selfCheck')} />
        <CheckField label={t('workshop.sheet-team')} name="team" checked={teamCheck} onChange={set('teamCheck')} />
        {sheet === null ? null : <CheckField label={t('workshop.sheet-active')} name="active" checked={active} onChange={set('active')} />}
        <Section title={t('workshop.sheet-points')}>
          <ul className="sheet-points">
            {points.map((point, at) => <PointFields key={point.key} point={point} onChange={(changed) => change(at, changed)} onRemove={() => set('points')(points.filter((one) => one !== point))} />)}
          </ul>
          <Button onPress={add}>{t('workshop.point-add')}</Button>
        </Section>
        {whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}

function PointFields({ point, onChange, onRemove }: { point: CheckPoint; onChange: (point: CheckPoint) => void; onRemove: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const { value } = point
  const limits = (change: Partial<NonNullable<CheckPoint['value']>>) => onChange({ ...point, value: { unit: 'N·m', least: null, most: null, ...value, ...change } })
  return (
    <li className="sheet-point" data-point={point.key}>
      <div className="sheet-pair">
        <TextField label={t('workshop.sheet-name-zh')} name="point-zh" value={point.nameZh} onChange={(nameZh) => onChange({ ...point, nameZh })} maxLength={60} required />
        <TextField label={t('workshop.sheet-name-en')} name="point-en" value={point.nameEn} onChange={(nameEn) => onChange({ ...point, nameEn })} maxLength={80} required />
        <SelectField label={t('workshop.point-by')} name="by" value={point.by} onChange={(by) => onChange({ ...point, by })} choices={pointsFor.map((by) => ({ value: by, text: t(`workshop.point-by.${by}`) }))} />
      </div>
      <div className="sheet-pair">
        <CheckField label={t('workshop.point-measured')} name="measured" checked={value !== null} onChange={(wanted) => (wanted ? limits({}) : onChange({ ...point, value: null }))} />
        <CheckField label={t('workshop.point-photo')} name="photo" checked={point.photo} onChange={(photo) => onChange({ ...point, photo })} />
      </div>
      {value === null ? null : (
        <div className="sheet-pair">
          <TextField label={t('workshop.point-unit')} name="unit" value={value.unit} onChange={(unit) => limits({ unit })} maxLength={10} required />
          <QuantityField label={t('workshop.point-least')} name="least" value={value.least} onChange={(least) => limits({ least })} />
          <QuantityField label={t('workshop.point-most')} name="most" value={value.most} onChange={(most) => limits({ most })} />
        </div>
      )}
      <div className="k-row"><Button kind="quiet" onPress={onRemove}>{t('workshop.point-remove', { name: point.nameZh })}</Button></div>
    </li>
  )
}
