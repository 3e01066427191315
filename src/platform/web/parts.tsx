import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query'
import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useRef, useState, type ComponentType, type FunctionComponent, type ReactNode } from 'react'
import { LoadBar } from '../../ui-kit/load-state.tsx'
import { Notice } from '../../ui-kit/notice.tsx'
import { useTexts } from './language.tsx'
import { webEn, webZh } from './texts.ts'

const loads: (() => Promise<unknown>)[] = []

/** Without a network, and fetched by nobody before: the page itself goes on. */
function PartMissing() {
  const t = useTexts(webZh, webEn)
  return <Notice tone="warn">{t('web.part-missing')}</Notice>
}

const Filling = createContext<(parts: number) => void>(() => {})

/** Stands in the place of a part whose code is on its way, and tells its sheet so. */
function PartComing() {
  const tell = useContext(Filling)
  useEffect(() => { tell(1); return () => tell(-1) }, [tell])
  return null
}

/** What one module shows on the page of another: its code is fetched when such a page is opened, and it stands there a moment after the page. */
export function partOnDemand<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  loads.push(load)
  const Part: ComponentType<Props> = lazy(async (): Promise<{ default: ComponentType<Props> }> => ({ default: await load().catch(() => PartMissing) }))
  return (props) => <Suspense fallback={<PartComing />}><Part {...props} /></Suspense>
}

const unseen = { predicate: ({ state }: Query) => state.data === undefined }
/** Milliseconds. Whoever's network is slower sees the pieces as they come. */
const longestFilling = 1_500

/** A sheet of many parts and readings appears when the last of them is there: one that fills piece by piece moves its buttons away from under the finger. */
export function WholeSheet({ className, children }: { className: string; children: ReactNode }) {
  const client = useQueryClient()
  const reading = useIsFetching(unseen)
  const parts = useRef(0) // counted at once; the state only calls for another look
  const [coming, setComing] = useState(0)
  const [whole, setWhole] = useState(false)
  const tell = useCallback((more: number) => { parts.current += more; setComing(parts.current) }, [])
  useEffect(() => { if (parts.current === 0 && client.isFetching(unseen) === 0) setWhole(true) }, [client, reading, coming])
  useEffect(() => {
    const timer = setTimeout(() => setWhole(true), longestFilling)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {whole ? null : <LoadBar busy />}
      <article className={className} data-filling={whole ? undefined : ''}><Filling value={tell}>{children}</Filling></article>
    </>
  )
}

/** Once the first page stands, the parts of others come too, so that they are there when the network is not. */
export function fetchParts(): () => void {
  const timer = setTimeout(() => { for (const load of loads) void load().catch(() => null) }, 3_000) // whoever opens one without it is told
  return () => clearTimeout(timer)
}
