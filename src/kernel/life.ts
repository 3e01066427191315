/** The life of a thing as a table: which status may follow which. An empty list is an end. */
export type Life<Status extends string> = Readonly<Record<Status, readonly Status[]>>

export const mayFollow = <Status extends string>(life: Life<Status>, from: Status, to: Status): boolean => life[from].includes(to)

/** A check 'only in these states', to be named after the deed: `can.takeParts(order)`. */
export const onlyIn = <Status extends string>(...statuses: readonly Status[]) =>
  (thing: { readonly status: Status }): boolean => statuses.includes(thing.status)
