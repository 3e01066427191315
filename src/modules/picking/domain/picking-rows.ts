type Lot = { readonly lotId: string; readonly bin: string; readonly receivedOn: string; readonly here: number }
type Line = { readonly lineId: string; readonly partId: string; readonly wanted: number; readonly lots: readonly Lot[] }
type Issued = { readonly lineId: string; readonly bin: string; readonly receivedOn: string; readonly thousandths: number }
/** `bin` is empty where nothing lies that could be taken. */
export type PickingRow = { readonly bin: string; readonly receivedOn: string | null; readonly asked: number; readonly issued: number | null }

/** What stands on the paper for each line, bin by bin: what left with the bin it left from, then what is still to be taken, oldest lot first. Two lines of one part do not count on the same pieces. */
export function pickingRows(lines: readonly Line[], issued: readonly Issued[]): Map<string, PickingRow[]> {
  const left = new Map<string, number>()
  return new Map(lines.map(({ lineId, partId, wanted, lots }) => {
    const rows: PickingRow[] = issued.filter((row) => row.lineId === lineId).map(({ bin, receivedOn, thousandths }) => ({ bin, receivedOn, asked: thousandths, issued: thousandths }))
    let open = wanted - rows.reduce((sum, { asked }) => sum + asked, 0)
    for (const { lotId, bin, receivedOn, here } of lots) {
      const place = `${partId} ${lotId} ${bin}`
      const taken = Math.min(open, left.get(place) ?? here)
      if (taken <= 0) continue
      left.set(place, (left.get(place) ?? here) - taken)
      open -= taken
      rows.push({ bin, receivedOn, asked: taken, issued: null })
    }
    if (open > 0) rows.push({ bin: '', receivedOn: null, asked: open, issued: null })
    return [lineId, rows]
  }))
}
