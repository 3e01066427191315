import { ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { whyNotThisLot } from '../../stock/domain/lots.ts'
import { en as stockEn } from '../../stock/texts/en.ts'
import { zh as stockZh } from '../../stock/texts/zh-CN.ts'
import type { PickLine } from '../contract.ts'
import { openOf } from './open-of.ts'
import { pickingTexts } from './texts.ts'
import './picking.css'

/** The line a label belongs to; with the lot when the label was a lot's. */
export type Scanned = { readonly lineId: string; readonly lotId: string | null; /** An older lot goes first: this one is not taken. */ readonly refused: boolean }

/** A code is a lot's id or a part number; a part that stands twice means the line still open. */
export type ScanLine = Pick<PickLine, 'lineId' | 'partId' | 'number' | 'wanted' | 'issued' | 'lots'>

function findScanned(lines: readonly ScanLine[], code: string): { line: ScanLine; lotId: string | null } | null {
  const byOpen = lines.toSorted((a, b) => Number(openOf(b) > 0) - Number(openOf(a) > 0))
  const byLot = byOpen.find(({ lots }) => lots.some(({ lotId }) => lotId === code.toLowerCase()))
  if (byLot !== undefined) return { line: byLot, lotId: code.toLowerCase() }
  const byNumber = byOpen.find(({ number }) => number.toUpperCase() === code.toUpperCase())
  return byNumber === undefined ? null : { line: byNumber, lotId: null }
}

type Said = { readonly tone: 'active' | 'danger'; readonly text: string; readonly refused?: boolean }

/** Where a hand scanner types: it selects the line and says at once when an older lot must go first. */
export function ScanBox({ lines, onScanned }: { lines: readonly ScanLine[]; onScanned: (scanned: Scanned | null) => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const s = useTexts(stockZh, stockEn)
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<Said | null>(null)
  const judge = ({ line, lotId }: { line: ScanLine; lotId: string | null }): Said => {
    if (lotId === null) return { tone: 'active', text: t('picking.scan-part', { part: line.number }) }
    const lots = line.lots.map((lot) => ({ ...lot, partId: line.partId, placeId: '' }))
    const refusal = s.refusal(whyNotThisLot(lots, lotId))
    return refusal === null ? { tone: 'active', text: t('picking.scan-lot', { part: line.number, bin: line.lots.find((lot) => lot.lotId === lotId)?.bin ?? '' }) } : { tone: 'danger', text: refusal, refused: true }
  }
  const scan = (given: string) => {
    const typed = given.trim()
    if (typed === '') return
    const found = findScanned(lines, typed)
    setCode('')
    const judged: Said = found === null ? { tone: 'danger', text: t('picking.scan-unknown', { code: typed }) } : judge(found)
    setSaid(judged)
    onScanned(found === null ? null : { lineId: found.line.lineId, lotId: found.lotId, refused: judged.refused === true })
  }
  return (
    <form className="scan-box" onSubmit={(event) => { event.preventDefault(); scan(code) }}>
      <div className="with-scan">
        <TextField label={t('picking.scan')} name="scan" value={code} onChange={setCode} maxLength={80} autoComplete="off" hint={t('picking.scan-hint')} trailing={<ScanBarcode size={18} aria-hidden />} />
        <CameraScan onCode={scan} />
      </div>
      {said === null ? null : <Notice tone={said.tone}>{said.text}</Notice>}
    </form>
  )
}
