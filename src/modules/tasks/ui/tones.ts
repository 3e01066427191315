import type { Tone } from '../../../ui-kit/tag.tsx'
import type { TaskStatus } from '../domain/task.ts'

export const taskTones: Readonly<Record<TaskStatus, Tone>> = { open: 'info', done: 'warn', checked: 'done', withdrawn: 'neutral' }
