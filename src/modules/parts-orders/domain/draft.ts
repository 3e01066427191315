type Line = { readonly partId: string; readonly requestId: string | null; readonly thousandths: number | null; readonly unitCostFen: number | null }

const sameLine = (a: Line, b: Line): boolean => a.partId === b.partId && a.requestId === b.requestId
const sameFigures = (a: Line, b: Line): boolean => a.thousandths === b.thousandths && a.unitCostFen === b.unitCostFen

/**
 * What somebody typed in a draft, on the draft as a colleague saved it meanwhile: his own changes to what he opened stay, lines that he took out stay out, the colleague's other lines and changes
 * are there. A line that both changed is as it was typed here.
 */
export function ontoSaved<Typed extends Line>(opened: readonly Typed[], typed: readonly Typed[], saved: readonly Typed[]): Typed[] {
  const of = (lines: readonly Typed[], line: Line) => lines.find((one) => sameLine(one, line))
  const kept = saved.flatMap((line) => {
    const [before, own] = [of(opened, line), of(typed, line)]
    if (own === undefined) return before === undefined ? [line] : []
    return before !== undefined && sameFigures(before, own) ? [line] : [{ ...line, thousandths: own.thousandths, unitCostFen: own.unitCostFen }]
  })
  const own = typed.filter((line) => {
    const before = of(opened, line)
    return of(saved, line) === undefined && (before === undefined || !sameFigures(before, line))
  })
  return [...kept, ...own]
}
