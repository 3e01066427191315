import { lineAt, placeInModule, type Rule, type TextFile } from '../tree.ts'

/** Each `route({ … })` of a file as text. */
export function routesIn({ text }: TextFile): { readonly line: number; readonly body: string }[] {
  return [...text.matchAll(/\broute\(\{/g)].map(({ index }) => ({ line: lineAt(text, index), body: bracketed(text, index + 'route('.length) }))
}

function bracketed(text: string, open: number): string {
  let depth = 0
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1
    if (text[index] === '}') depth -= 1
    if (depth === 0) return text.slice(open, index + 1)
  }
  return text.slice(open)
}

/** Every route says who may call it, where it is declared. 'anyone' is for what stands before a session: /session, the first run, and the customer's own link. */
export const routesNameTheirRight: Rule = (tree) => tree.files.filter(({ path }) => placeInModule(path)?.inside === 'contract.ts').flatMap((file) =>
  routesIn(file).flatMap(({ line, body }) => {
    const finding = (sentence: string) => [{ path: file.path, line, rule: 'routes-name-their-right', sentence }]
    const needs = /\bneeds:\s*('[^']*'|[\w.]+)/.exec(body)?.[1]
    if (needs === undefined) return finding('This route names no right (needs: …).')
    const open = needs === "'anyone'" && !/\bpath: '\/(session|first-run|answers\/:token)[/']/.test(body)
    return open ? finding("'anyone' is for log-in, log-out, the first run and the customer's link; this route needs a right or 'signed-in'.") : []
  }))
