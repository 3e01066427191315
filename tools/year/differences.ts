/** Where two counts differ, in words; a number that one side does not have at all differs too. */
export function differences(said: ReadonlyMap<string, number>, counted: ReadonlyMap<string, number>): string[] {
  return [...new Set([...said.keys(), ...counted.keys()])].filter((name) => said.get(name) !== counted.get(name)).map((name) => `${name}: the board says ${String(said.get(name) ?? 'nothing')}, the rows say ${String(counted.get(name) ?? 'nothing')}`)
}
