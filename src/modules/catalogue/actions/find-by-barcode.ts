import type { Tx } from '../../../platform/database.ts'
import { findBarcode } from '../data/part-details.ts'
import { normalPartNumber } from '../domain/part-number.ts'

/** The part whose label was scanned; typed words name none. Other modules search by words through the view v_part. */
export const findPartByBarcode = async (tx: Tx, scanned: string): Promise<string | null> => (await findBarcode(tx, normalPartNumber(scanned)))?.partId ?? null
