import { useOutbox } from '../../../platform/web/outbox.ts'

/** How many photos of this record still wait on this device to leave: the server does not have them yet. */
export const usePhotosWaiting = (subjectId: string): number => useOutbox().filter(({ about }) => about.startsWith(`photo ${subjectId} `)).length
