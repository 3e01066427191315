import { Plus, X } from 'lucide-react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { MoneyField, PercentField } from '../../../ui-kit/number-fields.tsx'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { shareKinds, type Share } from '../domain/shares.ts'
import { repairOrderTexts } from './texts.ts'

const mostShares = 3

/** Who else pays a part of the line; of a line the insurer pays it is usually the customer's deductible. */
export function ShareFields({ payer, shares, onChange }: { payer: Payer; shares: readonly Share[]; onChange: (shares: readonly Share[]) => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const free = payers.filter((one) => one !== payer && !shares.some((share) => share.payer === one))
  const [first] = free
  const put = (index: number, change: Partial<Share>) => onChange(shares.map((share, at) => (at === index ? { ...share, ...change } : share)))
  return (
    <fieldset className="shares">
      <legend>{t('repair-orders.share')}</legend>
      {shares.map((share, index) => (
        <div className="share" key={share.payer}>
          <SelectField label={t('repair-orders.payer')} value={share.payer} onChange={(value) => put(index, { payer: value })}
            choices={payers.filter((one) => one === share.payer || free.includes(one)).map((value) => ({ value, text: t(`repair-orders.payer.${value}`) }))} />
          <SelectField label={t('repair-orders.share-kind')} value={share.kind} onChange={(kind) => put(index, { kind })} choices={shareKinds.map((value) => ({ value, text: t(`repair-orders.share-kind.${value}`) }))} />
          <ShareValue share={share} onChange={(value) => put(index, { value })} />
          <IconButton icon={X} aria-label={t('repair-orders.remove-share')} onPress={() => onChange(shares.filter((_, at) => at !== index))} />
        </div>
      ))}
      {shares.length > 0 ? <p className="k-quiet-text">{t('repair-orders.share-hint')}</p> : null}
      {first !== undefined && shares.length < mostShares
        ? <Button icon={Plus} onPress={() => onChange([...shares, { payer: first, kind: payer === 'insurer' && first === 'customer' ? 'deductible' : 'share', value: 0 }])}>{t('repair-orders.add-share')}</Button> : null}
    </fieldset>
  )
}

function ShareValue({ share, onChange }: { share: Share; onChange: (value: number) => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const field = { name: `share-${share.payer}`, value: share.value === 0 ? null : share.value, onChange: (value: number | null) => onChange(value ?? 0), required: true }
  return share.kind === 'share' ? <PercentField label={t('repair-orders.share-percent')} {...field} /> : <MoneyField label={t('repair-orders.share-value')} {...field} />
}
