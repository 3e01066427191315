import type { Database } from '../../../platform/database.ts'
import { checkFiles, type FileCheck, type KeptFiles } from '../../../platform/kept-files.ts'
import { hashesAfter } from '../data/photos.ts'

/** The files of photos and voice notes. */
export const checkPhotoFiles = (database: Database, files: KeptFiles, storeId: string): Promise<FileCheck> =>
  checkFiles(files, storeId, (after, limit) => database.reading([storeId], (tx) => hashesAfter(tx, storeId, after, limit)))
