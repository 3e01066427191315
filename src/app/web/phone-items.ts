/** What stands at the foot of a phone: the first page, then what is done standing, then the rest in the order of the navigation. */
export function phoneItems(shown: readonly string[], standing: readonly string[]): string[] {
  const [first, ...rest] = shown
  const has = (id: string): boolean => standing.includes(id)
  return [...(first === undefined ? [] : [first]), ...rest.filter(has), ...rest.filter((id) => !has(id))]
}
