import { ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { ReceiptLine } from '../contract.ts'
import { receivingTexts } from './texts.ts'

/** A part number or a barcode of its box; a part that stands twice means the line with more still to come. */
const findLine = (lines: readonly ReceiptLine[], code: string): ReceiptLine | undefined =>
  lines.toSorted((a, b) => b.open - (b.count?.counted ?? 0) - (a.open - (a.count?.counted ?? 0))).find(({ partNumber, barcodes }) => partNumber.toUpperCase() === code.toUpperCase() || barcodes.includes(code.toUpperCase()) || barcodes.includes(code))

/** Where a hand scanner types, or the phone's camera reads. */
export function ScanLine({ lines, waitingOf, onLine }: { lines: readonly ReceiptLine[]; /** Scans of it on their way. */ waitingOf: (lineId: string) => number; onLine: (line: ReceiptLine) => void }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<{ tone: 'active' | 'danger'; text: string } | null>(null)
  const scan = (given: string) => {
    const typed = given.trim()
    if (typed === '') return
    const line = findLine(lines, typed)
    setCode('')
    setSaid(line === undefined ? { tone: 'danger', text: t('receiving.scan-unknown', { code: typed }) } : { tone: 'active', text: t('receiving.scan-done', { part: line.partNumber, count: formatThousandths((line.count?.counted ?? 0) + 1_000 * (waitingOf(line.lineId) + 1)) }) })
    if (line !== undefined) onLine(line)
  }
  return (
    <form className="k-stack" onSubmit={(event) => { event.preventDefault(); scan(code) }}>
      <div className="with-scan">
        <TextField label={t('receiving.scan')} name="scan" value={code} onChange={setCode} maxLength={80} autoComplete="off" hint={t('receiving.scan-hint')} trailing={<ScanBarcode size={18} aria-hidden />} />
        <CameraScan onCode={scan} />
      </div>
      {said === null ? null : <Notice tone={said.tone}>{said.text}</Notice>}
    </form>
  )
}
