import { ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { MoveForm } from './move-form.tsx'
import { binTexts } from './texts.ts'
import type { useScan } from './use-scan.ts'

/** First the part or its lot, then the bin: one field for both, as a hand scanner types. */
export function MoveBox({ scanning: { part, target, said, scan, aim, over } }: { scanning: ReturnType<typeof useScan> }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const [code, setCode] = useState('')
  const read = (given: string) => { setCode(''); scan(given) }
  return (
    <section className="bin-box k-panel" aria-label={t('bins.move')}>
      <form onSubmit={(event) => { event.preventDefault(); read(code) }}>
        <div className="with-scan">
          <TextField label={t(part === null ? 'bins.scan' : 'bins.scan-bin')} name="scan" value={code} onChange={setCode} maxLength={80} autoComplete="off" hint={t('bins.scan-hint')} trailing={<ScanBarcode size={18} aria-hidden />} />
          <CameraScan onCode={read} />
        </div>
      </form>
      {said === null ? null : <Notice tone="warn">{said}</Notice>}
      {part === null || part.lots.length === 0 ? null : <MoveForm key={`${part.partId} ${part.lotId ?? ''}`} part={part} target={target} onTarget={aim} onOver={over} />}
    </section>
  )
}
