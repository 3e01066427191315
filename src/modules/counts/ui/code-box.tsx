import { ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { call } from '../../../platform/web/api.ts'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useSentence } from '../../../platform/web/deeds.tsx'
import { useInOrder } from '../../../platform/web/in-order.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { readCode } from '../contract.ts'
import { countTexts } from './texts.ts'

export type Code = AnswerOf<typeof readCode>

/** Where a hand scanner types, beside the camera: a bin, a lot's label, a part number or a barcode; each is answered in the order it was read. */
export function CodeBox({ countId, binFirst, onCode }: { countId: string; /** The last code was a part's, and no bin is open. */ binFirst: boolean; onCode: (code: Code) => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const sentence = useSentence()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const ask = useInOrder(async (code: string): Promise<void> => {
    try {
      onCode(await call(readCode, { params: { countId }, query: { code } }))
      setRefused(null)
    } catch (cause) {
      setRefused(sentence(cause))
    }
  })
  const read = (given: string) => {
    setTyped('')
    if (given.trim() !== '') ask(given.trim())
  }
  const trouble = refused ?? (binFirst ? t('counts.scan-bin-first') : null)
  return (
    <form className="counting-scan" onSubmit={(event) => { event.preventDefault(); read(typed) }}>
      <div className="with-scan">
        <TextField label={t('counts.scan')} name="scan" value={typed} onChange={setTyped} maxLength={80} autoComplete="off" hint={t('counts.scan-hint')} trailing={<ScanBarcode size={18} aria-hidden />} />
        <CameraScan onCode={read} />
      </div>
      {trouble === null ? null : <Notice tone="danger">{trouble}</Notice>}
    </form>
  )
}
