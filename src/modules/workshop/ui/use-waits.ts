import type { Waits } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'

/** A deed of the clock waits on the phone when there is no network, and the person hears it. */
export function useWaits(jobId: string): (deed: string, plate: string, then?: () => void) => Waits {
  const t = useTexts(webZh, webEn)
  const toast = useToast()
  return (deed, plate, then) => ({ title: `${deed} ${showPlate(plate)}`, about: jobId, kept: () => { then?.(); toast({ text: t('web.kept') }) } })
}
