import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { SpellView } from '../contract.ts'
import { attendanceTexts } from './texts.ts'

/** From when until when, and what was corrected about it: as it was, by whom, why. */
export function SpellLine({ spell }: { spell: SpellView }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const moments = useMoments()
  const shown = (moment: string | null): string => (moment === null ? '…' : moments.full(moment))
  return (
    <div className="attendance-spell">
      <span>{shown(spell.cameAt)} – {shown(spell.leftAt)}</span>
      {spell.forgotten ? <StatusTag tone="danger" text={t('attendance.forgotten')} /> : null}
      {spell.corrections.map(({ at, personName, reason, cameBefore, leftBefore }) => (
        <span key={at} className="k-quiet-text">
          {t('attendance.corrected', { name: personName, reason })} · {cameBefore === null ? t('attendance.was-missing') : t('attendance.as-it-was', { came: shown(cameBefore), left: shown(leftBefore) })}
        </span>
      ))}
    </div>
  )
}
