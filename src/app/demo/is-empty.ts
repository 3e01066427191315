import { storeIds } from '../../modules/organisation/public.ts'
import type { Database } from '../../platform/database.ts'

export const isEmptyStore = async (database: Database): Promise<boolean> => (await storeIds(database.plain)).length === 0
