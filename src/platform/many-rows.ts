const names = new Map<string, string>()

function columnOf(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  names.set(name, made)
  return made
}

/** Rows for `json_populate_recordset(null::<table>, …)`: thousands in one statement, the table itself tells the types of its columns. */
export const manyRows = (rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))))
