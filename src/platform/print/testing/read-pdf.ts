import { execFileSync } from 'node:child_process'

/** What poppler sees on the paper; the tests need its tools (poppler-utils), the product does not. */
export const textOf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })

/** Without any space, for texts that the layout breaks or that are broken to fit. */
export const solid = (text: string): string => text.replaceAll(/[\s\u{200B}\u{202A}-\u{202E}]+/gu, '')

export type Paper = { readonly pages: number; readonly widthMm: number; readonly heightMm: number; readonly created: string }

export function paperOf(pdf: Uint8Array): Paper {
  const facts = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'ignore'] })
  const fact = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(facts)?.[1] ?? ''
  const [width = NaN, height = NaN] = fact('Page size').match(/[\d.]+/g)?.map((points) => Math.round((Number(points) / 72) * 25.4)) ?? []
  return { pages: Number(fact('Pages')), widthMm: width, heightMm: height, created: fact('CreationDate') }
}
