import { teamOf } from '../modules/duties/public.ts'
import { meetingExamples } from '../modules/meetings/examples.ts'
import { meetingBindings } from '../modules/meetings/http/bindings.ts'
import { meetingPermissions } from '../modules/meetings/permissions.ts'
import { meetingProofs, photosOfMeeting } from '../modules/meetings/public.ts'
import { en as meetingsEn } from '../modules/meetings/texts/en.ts'
import { zh as meetingsZh } from '../modules/meetings/texts/zh-CN.ts'
import { registerPhotoSubject } from '../modules/photos/public.ts'
import { taskExamples } from '../modules/tasks/examples.ts'
import { taskBindings } from '../modules/tasks/http/bindings.ts'
import { taskPermissions } from '../modules/tasks/permissions.ts'
import { photosOfTask, registerTeam, taskProofs } from '../modules/tasks/public.ts'
import { en as tasksEn } from '../modules/tasks/texts/en.ts'
import { zh as tasksZh } from '../modules/tasks/texts/zh-CN.ts'
import type { Proofs } from '../platform/proof.ts'
import type { Part } from './part.ts'

registerTeam(teamOf)
registerPhotoSubject('task', photosOfTask)
registerPhotoSubject('meeting', photosOfMeeting)

/** Tasks, and meetings whose decisions become tasks. */
export const meetingAndTaskParts: readonly Part[] = [
  { bindings: taskBindings, permissions: taskPermissions, examples: taskExamples, zh: tasksZh, en: tasksEn },
  { bindings: meetingBindings, permissions: meetingPermissions, examples: meetingExamples, zh: meetingsZh, en: meetingsEn },
]

export const meetingAndTaskProofs: readonly Proofs[] = [taskProofs, meetingProofs]
