import { useState } from 'react'
import { X } from 'lucide-react'
import { useTexts } from '../../../platform/web/language.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { damages, panels, type Damage, type Mark, type Panel } from '../domain/reception-sheet.ts'
import { repairOrderTexts } from './texts.ts'
import './workbench.css'

/** The car from above, nose to the left: x, y, width, height of each panel in a 300 × 140 picture. */
const outline: Readonly<Record<Panel, readonly [number, number, number, number]>> = {
  'front-bumper': [4, 30, 20, 80], bonnet: [28, 30, 58, 80], windscreen: [90, 34, 24, 72], roof: [118, 34, 70, 72], 'rear-window': [192, 34, 22, 72],
  boot: [218, 30, 54, 80], 'rear-bumper': [276, 30, 20, 80], 'left-front-wing': [28, 112, 58, 22], 'left-front-door': [90, 112, 50, 22],
  'left-rear-door': [144, 112, 50, 22], 'left-rear-wing': [198, 112, 74, 22], 'right-front-wing': [28, 6, 58, 22], 'right-front-door': [90, 6, 50, 22],
  'right-rear-door': [144, 6, 50, 22], 'right-rear-wing': [198, 6, 74, 22], wheels: [138, 58, 30, 24],
}

export type WalkAroundProps = { orderId: string; marks: readonly Mark[]; onChange: (marks: readonly Mark[]) => void }

/** Around the car before it is taken over, with its pictures. */
export function WalkAround({ orderId, ...outlined }: WalkAroundProps) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  return (
    <Section title={t('repair-orders.walk-around')}>
      <div className="walk-around">
        <CarOutline {...outlined} />
        <PhotoStrip subject="repair-order" subjectId={orderId} occasion="walk-around" open />
      </div>
    </Section>
  )
}

/** Choose the kind of damage, tap where it is; every mark can be taken away again. */
export function CarOutline({ marks, onChange }: Pick<WalkAroundProps, 'marks' | 'onChange'>) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const [damage, setDamage] = useState<Damage>('scratch')
  const markedOn = (panel: Panel) => marks.filter((mark) => mark.panel === panel)
  return (
    <>
      <ChoiceField label={t('repair-orders.damage')} value={damage} onChange={setDamage} choices={damages.map((value) => ({ value, text: t(`repair-orders.damage.${value}`) }))} />
      <div className="car-outline">
        {panels.map((panel) => {
          const [x, y, width, height] = outline[panel]
          const count = markedOn(panel).length
          return (
            <button key={panel} type="button" data-marked={count > 0 ? '' : undefined}
              style={{ left: `${String(x / 3)}%`, top: `${String(y / 1.4)}%`, width: `${String(width / 3)}%`, height: `${String(height / 1.4)}%` }}
              aria-label={`${t(`repair-orders.panel.${panel}`)} ${count > 0 ? String(count) : ''}`}
              onClick={() => onChange([...marks, { panel, damage, note: '' }])}>
              {count > 0 ? count : ''}
            </button>
          )
        })}
      </div>
      {marks.length === 0 ? <p className="k-quiet-text">{t('repair-orders.no-marks')}</p> : (
        <ul className="marks">
          {marks.map((mark, index) => (
            <li key={`${mark.panel}-${mark.damage}-${String(index)}`}>
              <span>{t(`repair-orders.panel.${mark.panel}`)} · {t(`repair-orders.damage.${mark.damage}`)}</span>
              <TextField label={t('repair-orders.sheet-notes')} hideLabel placeholder={t('repair-orders.sheet-notes')} name="mark-note" value={mark.note} maxLength={100}
                onChange={(note) => onChange(marks.map((one, place) => (place === index ? { ...one, note } : one)))} />
              <IconButton icon={X} aria-label={`${t('repair-orders.remove-mark')} ${t(`repair-orders.panel.${mark.panel}`)}`} onPress={() => onChange(marks.filter((_, place) => place !== index))} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
