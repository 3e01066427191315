import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { askNumber, type OrderLine } from '../contract.ts'
import { waitsForNumber } from '../domain/part-number.ts'
import { repairOrderTexts } from './texts.ts'

/** The advisor is not sure of the number: what is unclear, in words, for the technician. */
export function AskNumber({ line, onAsked }: { line: OrderLine; onAsked: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const [words, setWords] = useState('')
  const deed = useDeed(askNumber, onAsked)
  if (waitsForNumber(line)) return <Notice tone="warn">{t('repair-orders.number-waits', { words: line.unclear ?? '' })}</Notice>
  return (
    <div className="k-stack">
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {line.confirmedByName === null ? null : <Notice tone="active">{t('repair-orders.number-confirmed-by', { name: line.confirmedByName })}</Notice>}
      <TextField label={t('repair-orders.number-unclear')} name="unclear" value={words} onChange={setWords} maxLength={200} hint={t('repair-orders.number-unclear-hint')} />
      {words.trim() === '' ? null : <Button busy={deed.busy} onPress={() => deed.run({ params: { lineId: line.id }, body: { version: line.version, words } })}>{t('repair-orders.ask-number')}</Button>}
    </div>
  )
}
