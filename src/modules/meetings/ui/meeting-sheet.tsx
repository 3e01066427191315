import { Printer } from 'lucide-react'
import { fileAddress } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { printMinutes, seeMeeting, type MeetingDetail } from '../contract.ts'
import { Agenda } from './agenda.tsx'
import { AttendanceList } from './attendance.tsx'
import { Decisions } from './decisions.tsx'
import { MeetingDeeds } from './meeting-deeds.tsx'
import { MeetingFacts } from './meeting-facts.tsx'
import { Minutes } from './minutes.tsx'
import { Readers } from './readers.tsx'
import { meetingTexts } from './texts.ts'
import { meetingTones } from './tones.ts'
import './meetings.css'

/** One meeting: agenda and minutes on the left, people on the right. */
export function MeetingSheet({ meetingId }: { meetingId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeMeeting, { params: { meetingId } })
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return isPending ? <Skeleton kind="list" lines={6} /> : <Sheet meeting={data} />
}

function Sheet({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const language = useLanguage()
  const english = language === 'en'
  return (
    <div className="mt-sheet">
      <div className="mt-top k-panel">
        <div className="mt-head"><span className="mt-title">{english ? meeting.nameEn : meeting.nameZh}</span><StatusTag tone={meetingTones[meeting.status]} text={t(`meetings.status.${meeting.status}`)} />
          {meeting.status === 'issued' ? <Button icon={Printer} onPress={() => { window.open(fileAddress(printMinutes, { params: { meetingId: meeting.id }, query: { language } }), '_blank', 'noopener') }}>{t('meetings.paper.print')}</Button> : null}
        </div>
        <MeetingFacts row={meeting} />
        <MeetingDeeds meeting={meeting} />
      </div>
      <div className="mt-main">
        {meeting.status === 'issued' ? null : <Agenda meeting={meeting} />}
        {meeting.status === 'held' || meeting.status === 'issued' ? <><Minutes meeting={meeting} /><Decisions meeting={meeting} /></> : null}
        {meeting.status === 'issued' ? <Agenda meeting={meeting} /> : null}
      </div>
      <div className="mt-side">
        {meeting.status === 'issued' ? <Readers meeting={meeting} /> : null}
        {meeting.status === 'cancelled' ? null : <AttendanceList meeting={meeting} />}
      </div>
    </div>
  )
}
