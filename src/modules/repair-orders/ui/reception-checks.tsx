import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { fourPieces, grades, interiorItems, luggageItems, type Consultation } from '../domain/reception-sheet.ts'
import type { FormPart } from './reception-form.tsx'
import { repairOrderTexts } from './texts.ts'

const toggled = <Item extends string>(items: readonly Item[], item: Item, on: boolean): readonly Item[] => (on ? [...items.filter((one) => one !== item), item] : items.filter((one) => one !== item))

/** Interior, belongings, four-piece set and the customer's words. */
export function ReceptionChecks({ draft, changeSheet }: FormPart) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const { sheet } = draft
  const consult = (part: Partial<Consultation>) => changeSheet({ consultation: { ...sheet.consultation, ...part } })
  return (
    <>
      <Section title={t('repair-orders.interior')}>
        <div className="check-grid">
          {interiorItems.map((item) => (
            <ChoiceField key={item} label={t(`repair-orders.interior.${item}`)} value={sheet.interior[item]} onChange={(state) => changeSheet({ interior: { ...sheet.interior, [item]: state } })}
              choices={[{ value: 'good', text: t('repair-orders.good') }, { value: 'faulty', text: t('repair-orders.faulty') }]} />
          ))}
        </div>
        <div className="check-line">
          {luggageItems.map((item) => (
            <CheckField key={item} label={t(`repair-orders.luggage.${item}`)} checked={sheet.luggage.includes(item)} onChange={(on) => changeSheet({ luggage: toggled(sheet.luggage, item, on) })} />
          ))}
        </div>
        <TextField label={t('repair-orders.tyres')} name="tyres" value={sheet.tyres} onChange={(tyres) => changeSheet({ tyres })} maxLength={200} />
      </Section>
      <Section title={t('repair-orders.four-piece-set')}
        actions={<Button kind="quiet" onPress={() => changeSheet({ fourPieceSet: [...fourPieces] })}>{t('repair-orders.all-fitted')}</Button>}>
        <div className="check-line">
          {fourPieces.map((piece) => (
            <CheckField key={piece} label={t(`repair-orders.piece.${piece}`)} checked={sheet.fourPieceSet.includes(piece)} onChange={(on) => changeSheet({ fourPieceSet: toggled(sheet.fourPieceSet, piece, on) })} />
          ))}
        </div>
        <div className="k-form">
          <CheckField label={t('repair-orders.valuables-reminded')} checked={sheet.valuablesReminded} onChange={(valuablesReminded) => changeSheet({ valuablesReminded })} />
          <TextField label={t('repair-orders.valuables')} name="valuables" value={sheet.valuables} onChange={(valuables) => changeSheet({ valuables })} maxLength={300} />
          <TextField label={t('repair-orders.key-tag')} name="key-tag" value={sheet.keyTag} onChange={(keyTag) => changeSheet({ keyTag })} required maxLength={20} />
          <CheckField label={t('repair-orders.waits')} checked={sheet.waits} onChange={(waits) => changeSheet({ waits })} />
        </div>
      </Section>
      <Section title={t('repair-orders.consultation')}>
        <div className="k-form">
          <div className="k-form-whole">
            <TextAreaField label={t('repair-orders.concern')} name="words" value={sheet.consultation.words} onChange={(words) => consult({ words })} required maxLength={1_000} rows={2} />
          </div>
          <TextField label={t('repair-orders.when')} name="when" value={sheet.consultation.when} onChange={(when) => consult({ when })} maxLength={200} />
          <TextField label={t('repair-orders.where')} name="where" value={sheet.consultation.where} onChange={(where) => consult({ where })} maxLength={200} />
          <TextField label={t('repair-orders.frequency')} name="frequency" value={sheet.consultation.frequency} onChange={(frequency) => consult({ frequency })} maxLength={200} />
          <ChoiceField label={t('repair-orders.grade')} value={sheet.consultation.grade} onChange={(grade) => consult({ grade })} choices={grades.map((value) => ({ value, text: t(`repair-orders.grade.${value}`) }))} />
          <div className="k-form-whole">
            <TextAreaField label={t('repair-orders.sheet-notes')} name="notes" value={sheet.notes} onChange={(notes) => changeSheet({ notes })} maxLength={500} rows={2} />
          </div>
        </div>
      </Section>
    </>
  )
}
