import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Badge, Plate } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { AnswerOf } from '../../../platform/contract.ts'
import { CustomerPhone } from '../../customers/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { callResults, listCalls, recordCall } from '../contract.ts'
import { BookDialog } from './book-dialog.tsx'
import { appointmentTexts } from './texts.ts'

const shownAtOnce = 12
type Row = AnswerOf<typeof listCalls>['rows'][number]

/** Whom an idle advisor calls: with an open recall, due for service, or with work that was once refused. */
export function CallList() {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const w = useTexts(webZh, webEn)
  const today = useToday()
  const english = useLanguage() === 'en'
  const calls = useReading(listCalls, {})
  const [calling, setCalling] = useState<Row | null>(null)
  const [booking, setBooking] = useState<Row | null>(null)
  const [shown, setShown] = useState(shownAtOnce)
  const rows = calls.data?.rows ?? []
  return (
    <Section title={<>{t('appointments.calls')} <Badge count={rows.length} /></>} panel>
      {calls.data !== undefined && rows.length === 0 ? <p className="k-quiet-text">{t('appointments.calls-none')}</p> : null}
      <ul className="call-list">
        {rows.slice(0, shown).map((row) => (
          <li key={row.plate}>
            <span className="call-who"><Plate text={showPlate(row.plate)} /> {row.owner === null ? null : <strong>{row.owner.name}</strong>} <span className="k-quiet-text">{t(`appointments.cause.${row.cause}`, { detail: english ? row.detailEn : row.detail })}</span></span>
            <Button size="desk" onPress={() => setCalling(row)}>{t('appointments.call')}</Button>
          </li>
        ))}
      </ul>
      {rows.length > shown ? <Button size="desk" onPress={() => setShown(rows.length)}>{w('web.more', { count: rows.length - shown })}</Button> : null}
      {calling === null ? null : <CallDialog row={calling} onClose={() => setCalling(null)} onBook={() => { setBooking(calling); setCalling(null) }} />}
      {booking === null ? null : <BookDialog day={today} plate={showPlate(booking.plate)} customerName={booking.owner?.name ?? ''} onClose={() => setBooking(null)} />}
    </Section>
  )
}

/** What came of it; who wants to come is booked in the next step. */
function CallDialog({ row, onClose, onBook }: { row: Row; onClose: () => void; onBook: () => void }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [result, setResult] = useState<(typeof callResults)[number] | null>(null)
  const [note, setNote] = useState('')
  const deed = useDeed(recordCall, () => {
    toast({ text: t('appointments.called') })
    if (result === 'booked') onBook()
    else onClose()
  })
  return (
    <Dialog title={t('appointments.call-title', { plate: showPlate(row.plate) })} size="small" onClose={onClose} onSubmit={() => { if (result !== null) deed.run({ body: { plate: row.plate, cause: row.cause, result, note } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={result === null ? t('appointments.result-missing') : null}>{t('appointments.call')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {row.owner === null ? <p>{t('appointments.owner-unknown')}</p> : <p className="call-owner"><strong>{row.owner.name}</strong> <CustomerPhone customerId={row.owner.customerId} phone={row.owner.phone} secondPhone={null} /></p>}
        <p>{t(`appointments.cause.${row.cause}`, { detail: english ? row.detailEn : row.detail })}</p>
        <ChoiceField label={t('appointments.result')} value={result} onChange={setResult} wide choices={callResults.map((value) => ({ value, text: t(`appointments.result.${value}`) }))} />
        <TextField label={t('appointments.note')} name="note" value={note} onChange={setNote} maxLength={300} />
      </div>
    </Dialog>
  )
}
