import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Badge, StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { setAttendance, type MeetingDetail, type Participant } from '../contract.ts'
import { attendances, type Attendance } from '../domain/meeting.ts'
import { meetingPermissions } from '../permissions.ts'
import { meetingTexts } from './texts.ts'

const attendanceOf = ({ presentAt, excuse }: Participant): Attendance => (presentAt !== null ? 'present' : excuse === '' ? 'absent' : 'excused')

/** Who was called and who is there; the convenor taps, others come by the code. */
export function AttendanceList({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const may = useMay()
  const people = meeting.participants.filter(({ invited, presentAt }) => invited || presentAt !== null)
  const taps = meeting.runs && may(meetingPermissions.run) && (meeting.status === 'called' || meeting.status === 'held')
  return (
    <Section panel title={<>{t('meetings.attendance')} <Badge count={meeting.present} /></>}>
      <ul>{people.map((person) => <OnePerson key={person.personId} person={person} meetingId={meeting.id} taps={taps} />)}</ul>
    </Section>
  )
}

function OnePerson({ person, meetingId, taps }: { person: Participant; meetingId: string; taps: boolean }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const moments = useMoments()
  const { nameOf } = usePositions()
  const [excusing, setExcusing] = useState(false)
  const deed = useDeed(setAttendance, () => setExcusing(false))
  const now = attendanceOf(person)
  const set = (attendance: Attendance, excuse = '') => deed.run({ params: { meetingId }, body: { personId: person.personId, attendance, excuse } })
  return (
    <li className="mt-person">
      <div className="mt-facts">
        <strong>{person.name}</strong><span className="k-quiet-text">{t.list(person.positions.map(nameOf))}</span>{person.invited ? null : <StatusTag tone="neutral" text={t('meetings.guest')} />}
        {person.presentAt === null ? null : <span className="k-quiet-text">{moments.time(person.presentAt)}{person.way === 'code' ? ` ${t('meetings.by-code')}` : ''}</span>}{person.excuse === '' ? null : <span className="k-quiet-text">{person.excuse}</span>}
      </div>
      {taps ? <ChoiceField label={person.name} hideLabel value={now} onChange={(attendance) => { if (attendance === 'excused') setExcusing(true); else set(attendance) }} choices={attendances.map((value) => ({ value, text: t(`meetings.${value}`) }))} />
        : <StatusTag tone={now === 'present' ? 'active' : now === 'excused' ? 'neutral' : 'warn'} text={t(`meetings.${now}`)} />}
      {deed.error === null || excusing ? null : <Notice tone="danger">{deed.error}</Notice>}
      {excusing ? <ConfirmDialog title={`${t('meetings.excused')} ${person.name}`} confirmText={t('meetings.excused')} kind="primary" busy={deed.busy} error={deed.error} onClose={() => setExcusing(false)} reason={{ label: t('meetings.excuse'), missing: t('meetings.reason-missing') }} onConfirm={(excuse) => set('excused', excuse)} /> : null}
    </li>
  )
}
