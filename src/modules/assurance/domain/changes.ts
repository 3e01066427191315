export type Change = { readonly field: string; readonly before: string; readonly after: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value))

/** Field by field what an entry says was and is; fields that stayed the same are left out. A picture is not text: only its size is told. */
export function changesOf(before: unknown, after: unknown): Change[] {
  if (!isRecord(before) && !isRecord(after)) {
    return before === null && after === null ? [] : [{ field: '', before: shown(before), after: shown(after) }]
  }
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return fields.map((field) => ({ field, before: withoutPicture(shown(was[field])), after: withoutPicture(shown(is[field])) })).filter(({ before: old, after: now }) => old !== now)
}

const withoutPicture = (text: string): string => (text.startsWith('data:') ? `${text.slice(0, text.indexOf(';'))}, ${String(Math.ceil(text.length / 1_024))} kB` : text)
