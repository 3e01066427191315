import { useReading } from '../../../platform/web/deeds.tsx'
import { useOutbox } from '../../../platform/web/outbox.ts'
import { useMay } from '../../../platform/web/session.tsx'
import { listPhotos } from '../contract.ts'
import type { Occasion, Subject } from '../domain/photo.ts'
import { photoPermissions } from '../permissions.ts'
import { aboutOf } from './use-keep-photos.ts'

type Wanted = { readonly subject: Subject; readonly subjectId: string; readonly occasion: Occasion; readonly details: readonly string[] }

/** Of which of these details a photo is there, those that wait on this device for the network among them. */
export function usePhotoDetails({ subject, subjectId, occasion, details }: Wanted): ReadonlySet<string> {
  const may = useMay()(photoPermissions.see)
  const photos = useReading(listPhotos, { query: { subject, subjectId } }, { enabled: may && details.length > 0 })
  const kept = new Set((photos.data?.rows ?? []).filter(({ removedAt }) => removedAt === null).map(({ detail }) => detail))
  const waiting = new Set(useOutbox().map(({ about }) => about))
  return new Set(details.filter((detail) => kept.has(detail) || waiting.has(aboutOf({ subjectId, occasion, detail }))))
}
