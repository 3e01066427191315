import type { PersonalPart } from '../../../platform/personal-data.ts'

export const photosPersonal: PersonalPart = {
  tables: [
    {
      table: 'photos.photo', zh: '照片', en: 'Photos', links: { order: 'subject_id', record: 'subject_id' }, columns: { taken_at: 'kept', occasion: 'kept', detail: 'text', removed_reason: 'own' },
      also: "removed_at = coalesce(removed_at, now()), removed_by_name = coalesce(removed_by_name, ''), removed_reason = '个人信息删除', erased_at = now(), version = version + 1", file: true,
    },
    { table: 'photos.recording', zh: '语音', en: 'Voice notes', links: { order: 'subject_id', record: 'subject_id' }, columns: { recorded_at: 'kept', detail: 'text' }, also: 'erased_at = now()', file: true },
  ],
}
