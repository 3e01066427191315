import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { readCode, type ScannedPart } from '../contract.ts'
import { binTexts } from './texts.ts'

export type Target = { readonly placeId: string; readonly code: string }

/** What has been scanned so far: the part or its lot first, then the bin it goes to. */
export function useScan() {
  const t = useTexts(binTexts.zh, binTexts.en)
  const sentence = useSentence()
  const [part, setPart] = useState<ScannedPart | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const take = (scanned: ScannedPart) => {
    setPart(scanned)
    setTarget(null)
    setSaid(scanned.lots.length === 0 ? t('bins.nowhere') : null)
  }
  const scan = async (given: string): Promise<void> => {
    const code = given.trim()
    if (code === '') return
    try {
      const { found } = await call(readCode, { params: { code } })
      if (found === null) setSaid(t('bins.scan-unknown', { code }))
      else if (found.kind === 'part') take(found)
      else if (part === null) setSaid(t('bins.scan-part-first'))
      else {
        setTarget({ placeId: found.placeId, code: found.code })
        setSaid(null)
      }
    } catch (cause) {
      setSaid(sentence(cause))
    }
  }
  const over = () => { setPart(null); setTarget(null); setSaid(null) }
  return { part, target, said, scan, aim: setTarget, over }
}
