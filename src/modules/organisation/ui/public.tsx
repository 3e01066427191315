import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { lookAt } from '../contract.ts'
import { organisationTexts } from './texts.ts'
import './others-here.css'

export { MissingYearReminder } from './missing-year.tsx'
export { PositionChecks } from './position-checks.tsx'
export { usePositions } from './use-positions.ts'

const lastId = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}(?=\/?$)/

/** Above every page: who else has the record open that the address ends with, be it on another page than this one. */
export function OthersHere() {
  const { pathname } = useLocation()
  const recordId = lastId.exec(pathname)?.[0]
  return recordId === undefined ? null : <Others recordId={recordId} key={recordId} />
}

function Others({ recordId }: { recordId: string }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const { data } = useReading(lookAt, { params: { recordId }, query: {} }, { refetchInterval: 20_000 })
  useEffect(() => {
    // Whoever cannot be told hears it from our silence.
    const leave = () => { call(lookAt, { params: { recordId }, query: { leaving: 'yes' } }, { keepalive: true }).catch(() => null) }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [recordId])
  const names = (data?.others ?? []).map(({ name }) => name)
  return <p className="others-here" role="status">{names.length === 0 ? null : t('organisation.others-here', { names: t.list(names), count: names.length })}</p>
}
