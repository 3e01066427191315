import type { PersonalPart } from '../../../platform/personal-data.ts'

export const tasksPersonal: PersonalPart = {
  tables: [{ table: 'tasks.task', zh: '任务中的车牌或电话', en: 'Named in tasks', links: { says: 'source_name' }, columns: { number: 'kept', source_name: 'text', words: 'text' } }],
}
