import { lazy, Suspense, type ComponentType, type FunctionComponent } from 'react'
import { Notice } from '../../ui-kit/notice.tsx'
import { useTexts } from './language.tsx'
import { webEn, webZh } from './texts.ts'

const loads: (() => Promise<unknown>)[] = []

/** Without a network, and fetched by nobody before: the page itself goes on. */
function PartMissing() {
  const t = useTexts(webZh, webEn)
  return <Notice tone="warn">{t('web.part-missing')}</Notice>
}

/** What one module shows on the page of another: its code is fetched when such a page is opened, and it stands there a moment after the page. */
export function partOnDemand<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  loads.push(load)
  const Part: ComponentType<Props> = lazy(async (): Promise<{ default: ComponentType<Props> }> => ({ default: await load().catch(() => PartMissing) }))
  return (props) => <Suspense fallback={null}><Part {...props} /></Suspense>
}

/** Once the first page stands, the parts of others come too, so that they are there when the network is not. */
export function fetchParts(): () => void {
  const timer = setTimeout(() => { for (const load of loads) void load().catch(() => null) }, 3_000) // whoever opens one without it is told
  return () => clearTimeout(timer)
}
