import { Refusal, RefusedError } from '../../kernel/refusal.ts'

const deepest = 24

/** Refused before any handler sees it: too deep, NUL, half a surrogate pair, keys that reach into prototypes. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new RefusedError(new Refusal('platform.json-too-deep', { deepest }), 400)
  let value: unknown
  try {
    value = JSON.parse(text, (key, item: unknown) => {
      if (key === '__proto__' || key === 'constructor') throw new RefusedError(new Refusal('platform.json-key', { key }), 400)
      if (typeof item === 'string' && !isPlainText(item)) throw new RefusedError(new Refusal('platform.text-not-plain'), 400)
      return item
    })
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause
    throw new RefusedError(new Refusal('platform.not-json'), 400)
  }
  return value
}

export const isPlainText = (text: string): boolean => !text.includes('\u0000') && isWellFormed(text)

function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (quoted) {
      if (character === 92) index += 1
      else if (character === 34) quoted = false
    } else if (character === 34) quoted = true
    else if (character === 91 || character === 123) most = Math.max(most, (depth += 1))
    else if (character === 93 || character === 125) depth -= 1
  }
  return most
}

/** Half a surrogate pair cannot be written as UTF-8. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)
