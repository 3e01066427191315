type Logged = { readonly type: string; readonly message: string; readonly stack: string; readonly [more: string]: unknown }

/**
 * What the log keeps of a failure: where it happened and what kind it was. The database adds the values it choked on, a customer's phone among them:
 * to the words `invalid input syntax …: "value"`, and in `detail` and `where`. Those stay out.
 */
export function inLog(cause: unknown): Logged {
  if (!(cause instanceof Error)) return { type: typeof cause, message: String(cause), stack: '' }
  const { code, severity, schema, table, column, constraint } = cause as { [part in 'code' | 'severity' | 'schema' | 'table' | 'column' | 'constraint']?: string }
  const message = severity === undefined ? cause.message : cause.message.replace(/"[^"]*"$/, '"…"')
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')
  return { type: cause.name, message, code, schema, table, column, constraint, stack: frames, ...(cause.cause === undefined ? {} : { cause: inLog(cause.cause) }) }
}
