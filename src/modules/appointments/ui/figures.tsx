import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { seeGreeted } from '../../repair-orders/contract.ts'
import { seeFigures } from '../contract.ts'
import { appointmentTexts } from './texts.ts'

type Row = AnswerOf<typeof seeFigures>['rows'][number]

/** A share in whole percent; of nothing there is none. */
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`)

type Greeted = AnswerOf<typeof seeGreeted>['rows'][number]

/** By who met the customers at the door: how soon (SAD-4.1). */
export function GreetedFigures() {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const { data } = useReading(seeGreeted, {})
  if (data === undefined) return null
  const columns: Column<Greeted>[] = [
    { id: 'person', header: t('appointments.figure.advisor'), cell: ({ personName }) => personName },
    { id: 'cars', header: t('appointments.figure.met'), align: 'end', width: 66, cell: ({ cars }) => cars },
    { id: 'in-target', header: t('appointments.figure.in-target'), align: 'end', width: 84, cell: ({ inTarget, cars }) => share(inTarget, cars) },
    { id: 'mean', header: t('appointments.figure.mean-wait'), align: 'end', width: 84, cell: ({ meanSeconds }) => (meanSeconds / 60).toFixed(1) },
  ]
  const title = t('appointments.greeted', { from: data.from, target: data.target })
  return <Section title={title} panel><DataTable label={title} columns={columns} rows={data.rows} rowKey={({ personName }) => personName} minimumWidth={340} /></Section>
}

/** By advisor: how many of his cars had an appointment, and how many appointments were kept. */
export function Figures() {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const { data } = useReading(seeFigures, {})
  if (data === undefined) return null
  const columns: Column<Row>[] = [
    { id: 'advisor', header: t('appointments.figure.advisor'), cell: ({ advisorName }) => advisorName },
    { id: 'rate', header: t('appointments.figure.rate'), align: 'end', width: 84, cell: ({ came, arrivals }) => share(came, arrivals) },
    { id: 'kept', header: t('appointments.figure.kept'), align: 'end', width: 92, cell: ({ kept, booked }) => share(kept, booked) },
    { id: 'booked', header: t('appointments.figure.booked'), align: 'end', width: 66, cell: ({ booked }) => booked },
    { id: 'no-show', header: t('appointments.figure.no-show'), align: 'end', width: 72, cell: ({ noShow }) => noShow },
  ]
  const title = t('appointments.figures', { from: data.from })
  return <Section title={title} panel><DataTable label={title} columns={columns} rows={data.rows} rowKey={({ advisorName }) => advisorName} minimumWidth={360} /></Section>
}
