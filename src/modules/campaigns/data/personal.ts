import type { PersonalPart } from '../../../platform/personal-data.ts'

export const campaignsPersonal: PersonalPart = {
  tables: [{ table: 'campaigns.taken_up', zh: '召回与服务活动', en: 'Campaigns', links: { order: 'order_id' }, columns: { at: 'kept', vin: 'text' } }],
}
