import { useEffect, useRef, useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { countLine, type ReceiptDetail, type ReceiptLine } from '../contract.ts'

/** Scans one after the other: each counts on what the one before it left, so that a quick hand or a slow network loses none. */
export function useScans(receipt: ReceiptDetail) {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const sent = useRef<number | null>(null)
  const { run, busy, error, reset } = useDeed(countLine, () => setWaiting((all) => all.slice(1)))
  useEffect(() => {
    const line = receipt.lines.find(({ lineId }) => lineId === waiting[0])
    if (line === undefined || busy || sent.current === receipt.version) return
    sent.current = receipt.version
    const { noted, counted, damaged, wrong, words, placeId } = line.count ?? { noted: line.open, counted: 0, damaged: 0, wrong: 0, words: '', placeId: line.usualPlaceId }
    run({ params: { receiptId: receipt.id, lineId: line.lineId }, body: { version: receipt.version, noted, counted: counted + 1_000, damaged, wrong, words, placeId } })
  }, [receipt, waiting, busy, run])
  /** After a refusal, which stays to be read until then, the next scan begins anew. */
  const put = ({ lineId }: ReceiptLine) => {
    if (error === null) return setWaiting((all) => [...all, lineId])
    reset()
    sent.current = null
    setWaiting([lineId])
  }
  return { put, error, waitingOf: (lineId: string) => waiting.filter((one) => one === lineId).length }
}
