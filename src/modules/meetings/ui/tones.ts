import type { Tone } from '../../../ui-kit/tag.tsx'
import type { ItemKind, MeetingStatus } from '../domain/meeting.ts'

export const meetingTones: Readonly<Record<MeetingStatus, Tone>> = { called: 'info', held: 'active', issued: 'done', cancelled: 'neutral' }
export const itemTones: Readonly<Record<ItemKind, Tone>> = { 'missed-duty': 'warn', complaint: 'danger', comeback: 'danger', 'late-promise': 'warn', 'overdue-task': 'warn', 'hard-fault': 'danger', own: 'neutral' }
