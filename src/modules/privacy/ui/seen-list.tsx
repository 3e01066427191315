import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { listSeen } from '../contract.ts'
import type { SeenHow } from '../domain/seen.ts'
import { privacyTexts } from './texts.ts'
import { useWhen } from './use-when.ts'

const tones: Readonly<Record<SeenHow, Tone>> = { revealed: 'warn', changed: 'neutral', printed: 'neutral', list: 'warn', exported: 'warn', asked: 'neutral', erased: 'danger' }

/** Newest first; goes to paper as it stands. What it does not cover is said on it. */
export function SeenList({ customerId }: { customerId: string }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const w = useTexts(webZh, webEn)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const when = useWhen()
  const { rows, state, more } = usePages(listSeen, { customerId, limit: 100 })
  return (
    <div className="k-stack">
      <p className="k-quiet-text">{t('privacy.seen-covers')}</p>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <p>{t('privacy.nobody')}</p> : null}
      <ul className="privacy-seen" aria-label={t('privacy.seen')}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="privacy-when">{when(row.at)}</span>
            <strong>{row.personName ?? t('privacy.system')}</strong>
            <span className="k-quiet-text">{row.positions.join(' ')}</span>
            <StatusTag tone={tones[row.how]} text={t(`privacy.how.${row.how}`)} />
            {row.deed === null || row.how === 'erased' ? null : <span>{row.deed[language]}</span>}
            {row.reason === null ? null : <span className="privacy-why">{row.reason}</span>}
          </li>
        ))}
      </ul>
      {more === null ? null : <div className="k-no-print"><Button onPress={more}>{w('web.more', { count: 100 })}</Button></div>}
    </div>
  )
}

