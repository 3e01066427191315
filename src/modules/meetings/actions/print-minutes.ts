import { found, refuseIf } from '../../../kernel/refusal.ts'
import { listIn, type Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore, listPositionNames } from '../../organisation/public.ts'
import { tasksByIds } from '../../tasks/public.ts'
import * as agenda from '../data/agenda.ts'
import { findMeeting } from '../data/meetings.ts'
import { participantsOf, type ParticipantData } from '../data/participants.ts'
import { whyNotPrint } from '../domain/meeting.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** The issued minutes as a paper, with each decision's task, its owner and day (PTS-9.2). */
export async function printMinutes({ tx, by, now }: Reading, { meetingId, language }: { readonly meetingId: string; readonly language: Language }): Promise<Printing> {
  const meeting = found(await findMeeting(tx, by.storeId, meetingId), 'meeting')
  refuseIf(whyNotPrint(meeting.status))
  const store = await findStore(tx, by.storeId)
  const english = language === 'en'
  const words = english ? en : zh
  const positions = new Map((await listPositionNames(tx)).map((position) => [position.code, english ? position.en : position.zh]))
  const positionOf = (code: string): string => positions.get(code) ?? code
  const shown = (at: Date | null): string => printedMoment(at, by.timeZone)
  const decisions = await agenda.decisionsOf(tx, by.storeId, meetingId)
  const tasks = new Map((await tasksByIds(tx, by.storeId, decisions.map(({ taskId }) => taskId))).map((task) => [task.id, task]))
  const there = ({ presentAt, excuse }: ParticipantData): string => (presentAt === null ? (excuse === '' ? words['meetings.paper.absent'] : excuse) : shown(presentAt))
  return printing('meeting-minutes', language, meeting.number, {
    ...letterhead(store, language, localDay(meeting.heldAt ?? meeting.at, by.timeZone)), number: meeting.number, printedAt: shown(now), meeting: english ? meeting.nameEn : meeting.nameZh, heldAt: shown(meeting.heldAt), place: meeting.placeName,
    convenor: meeting.convenorName, issued: `${meeting.issuedByName ?? ''} ${shown(meeting.issuedAt)}`.trim(), minutes: meeting.minutes,
    people: (await participantsOf(tx, by.storeId, meetingId)).filter(({ invited, presentAt }) => invited || presentAt !== null).map((row) => ({ name: row.name, position: listIn(language, row.positions.map(positionOf)), there: there(row) })),
    points: (await agenda.itemsOf(tx, by.storeId, meetingId)).map((item) => ({ point: [words[`meetings.item.${item.kind}`], item.subject, english ? item.wordsEn : item.wordsZh].filter((part) => part !== '').join(' · '), said: item.minutes })),
    decisions: decisions.map(({ words: decided, taskId, taskNumber }) => {
      const task = tasks.get(taskId)
      return { words: decided, task: taskNumber, owner: task === undefined ? '' : task.ownerName === '' ? positionOf(task.position) : task.ownerName, due: shown(task?.dueAt ?? null) }
    }),
    addenda: (await agenda.addendaOf(tx, by.storeId, meetingId)).map(({ words: added, personName, at }) => ({ words: added, by: `${personName} ${shown(at)}` })),
  })
}
