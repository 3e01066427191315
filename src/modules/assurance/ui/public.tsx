import { Link } from '@tanstack/react-router'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { seeChecks } from '../contract.ts'
import { warningsOf } from '../domain/warnings.ts'
import { assurancePermissions } from '../permissions.ts'
import { assuranceTexts } from './texts.ts'
import './assurance.css'

/** Above every page of those who look after the system: what must not wait until somebody opens the checks. */
export function SystemWarnings() {
  const may = useMay()
  return may(assurancePermissions.state) ? <Warnings /> : null
}

function Warnings() {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const { data, dataUpdatedAt } = useReading(seeChecks, {}, { refetchInterval: 60_000 })
  const warnings = warningsOf((data?.checks ?? []).map(({ kind, sound, endedAt }) => ({ kind, sound, endedAt: Date.parse(endedAt) })), dataUpdatedAt)
  if (warnings.length === 0) return null
  return (
    <div className="assurance-warnings">
      <Notice tone="danger" action={<Link to="/checks">{t('assurance.see-checks')}</Link>}>{warnings.map((kind) => t(`assurance.warning.${kind}`)).join(' ')}</Notice>
    </div>
  )
}
