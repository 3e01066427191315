import { Undo2 } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { listComebacks } from '../contract.ts'
import { qualityPermissions } from '../permissions.ts'
import { qualityTexts } from './texts.ts'
import './quality.css'

const most = 99

/** Whoever decides on comebacks is told on every page, as soon as one is proposed. */
export function ComebackNews() {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()(qualityPermissions.decide)
  const { data } = useReading(listComebacks, { query: { status: 'proposed', limit: most } }, { enabled: may })
  const count = data?.rows.length ?? 0
  if (count === 0) return null
  const text = t('quality.waiting-decision', { count: data?.next === null ? count : `${String(most)}+` })
  return <Link to="/quality" className="quality-news" role="status" aria-label={text} title={text}><Undo2 size={16} aria-hidden /><span className="quality-news-words">{text}</span></Link>
}
