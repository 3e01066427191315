import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useSentence } from '../../../platform/web/deeds.tsx'
import { useInOrder } from '../../../platform/web/in-order.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { readCode, type ScannedPart } from '../contract.ts'
import { binTexts } from './texts.ts'

export type Target = { readonly placeId: string; readonly code: string }
type Seen = { readonly part: ScannedPart | null; readonly target: Target | null; readonly said: string | null }
const nothingSeen: Seen = { part: null, target: null, said: null }

/** What has been scanned so far: the part or its lot first, then the bin it goes to, however fast the second follows. */
export function useScan() {
  const t = useTexts(binTexts.zh, binTexts.en)
  const sentence = useSentence()
  const [seen, setSeen] = useState(nothingSeen)
  const say = (said: string) => setSeen((before) => ({ ...before, said }))
  const read = useInOrder(async (code: string): Promise<void> => {
    try {
      const { found } = await call(readCode, { params: { code } })
      if (found === null) say(t('bins.scan-unknown', { code }))
      else if (found.kind === 'part') setSeen({ part: found, target: null, said: found.lots.length === 0 ? t('bins.nowhere') : null })
      else setSeen((before) => (before.part === null ? { ...before, said: t('bins.scan-part-first') } : { ...before, target: { placeId: found.placeId, code: found.code }, said: null }))
    } catch (cause) {
      say(sentence(cause))
    }
  })
  const scan = (given: string) => { if (given.trim() !== '') read(given.trim()) }
  const aim = (target: Target | null) => setSeen((before) => ({ ...before, target }))
  return { ...seen, scan, aim, over: () => setSeen(nothingSeen) }
}
