import { ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { call } from '../../../platform/web/api.ts'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { readCode } from '../contract.ts'
import { countTexts } from './texts.ts'

export type Code = AnswerOf<typeof readCode>

/** Where a hand scanner types, beside the camera: a bin, a lot's label, a part number or a barcode. */
export function CodeBox({ countId, inBin, onCode }: { countId: string; inBin: boolean; onCode: (code: Code) => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const sentence = useSentence()
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = async (given: string): Promise<void> => {
    const code = given.trim()
    if (code === '') return
    setTyped('')
    try {
      const answer = await call(readCode, { params: { countId }, query: { code } })
      setTrouble(answer.placeId === null && !inBin ? t('counts.scan-bin-first') : null)
      onCode(answer)
    } catch (cause) {
      setTrouble(sentence(cause))
    }
  }
  return (
    <form className="counting-scan" onSubmit={(event) => { event.preventDefault(); void read(typed) }}>
      <div className="with-scan">
        <TextField label={t('counts.scan')} name="scan" value={typed} onChange={setTyped} maxLength={80} autoComplete="off" hint={t('counts.scan-hint')} trailing={<ScanBarcode size={18} aria-hidden />} />
        <CameraScan onCode={(code) => { void read(code) }} />
      </div>
      {trouble === null ? null : <Notice tone="danger">{trouble}</Notice>}
    </form>
  )
}
