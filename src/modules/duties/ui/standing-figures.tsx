import { Link } from '@tanstack/react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { Today } from '../contract.ts'
import { useFigure, useNameOf, useProofWords } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

/** What must hold at all times, with the figure of the day; the figure leads to where it comes from. */
export function StandingFigures({ standing }: { standing: Today['standing'] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const words = useProofWords()
  const figure = useFigure()
  if (standing.length === 0) return null
  return (
    <Section title={t('duties.standing')} panel>
      <ul className="standing">
        {standing.map((row) => (
          <li key={row.dutyId}>
            <Link to={row.page} className="standing-line">
              <span className="duty-name">{nameOf(row)}</span>
              <StatusTag tone={row.nothing ? 'done' : row.met ? 'active' : 'danger'} text={row.nothing ? t('duties.nothing-yet') : figure(row)} />
            </Link>
            <span className="k-quiet-text">{row.dutyId} · {words(row.proof)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
