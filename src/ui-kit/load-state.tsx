import { RotateCw } from 'lucide-react'
import { Button } from './button.tsx'
import { useKitTexts } from './kit-texts.ts'
import { Notice } from './notice.tsx'

/** How the rows of a list stand. The error is a sentence: what failed and what was kept. */
export type LoadState = 'loading' | 'ready' | { error: string; onRetry: () => void }

/** A thin moving line above rows that are being refreshed; the old rows stay. */
export function LoadBar({ busy }: { busy: boolean }) {
  const texts = useKitTexts()
  return <div className="k-load-bar" role="status" data-busy={busy ? '' : undefined}>{busy && <span className="k-unseen">{texts.loading}</span>}</div>
}

/** The error above the rows that are still there, or in their place. */
export function LoadError({ state }: { state: LoadState }) {
  const texts = useKitTexts()
  if (typeof state === 'string') return null
  return (
    <div className="k-load-error">
      <Notice tone="danger" action={<Button size="desk" icon={RotateCw} onPress={state.onRetry}>{texts.retry}</Button>}>{state.error}</Notice>
    </div>
  )
}
