type Wished = { readonly name: string; readonly amount: string; readonly short: number }
type Booked = { readonly wishedParts: string; readonly courtesyCar: boolean; readonly courtesyPlate: string | null }

export type Extra =
  | { readonly key: 'message-parts' | 'message-parts-ordered'; readonly facts: { readonly parts: string } }
  | { readonly key: 'message-wished'; readonly facts: { readonly words: string } }
  | { readonly key: 'message-courtesy'; readonly facts: { readonly plate: string } }
  | { readonly key: 'message-courtesy-open'; readonly facts: Readonly<Record<never, never>> }

/** What the text to the customer says besides when and where: the parts that are here, those that are not, what else he wished, and his courtesy car. */
export function extrasOf({ wishedParts, courtesyCar, courtesyPlate }: Booked, parts: readonly Wished[], between: string): Extra[] {
  const list = (some: readonly Wished[]): string => some.map(({ name, amount }) => `${name} ${amount}`).join(between)
  const here = parts.filter(({ short }) => short === 0)
  const missing = parts.filter(({ short }) => short > 0)
  return [
    ...(here.length === 0 ? [] : [{ key: 'message-parts' as const, facts: { parts: list(here) } }]),
    ...(missing.length === 0 ? [] : [{ key: 'message-parts-ordered' as const, facts: { parts: list(missing) } }]),
    ...(wishedParts.trim() === '' ? [] : [{ key: 'message-wished' as const, facts: { words: wishedParts.trim() } }]),
    ...(courtesyPlate === null ? [] : [{ key: 'message-courtesy' as const, facts: { plate: courtesyPlate } }]),
    ...(courtesyPlate === null && courtesyCar ? [{ key: 'message-courtesy-open' as const, facts: {} }] : []),
  ]
}
