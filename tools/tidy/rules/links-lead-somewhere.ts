import path from 'node:path'
import { matchesIn, type Rule } from '../tree.ts'

const link = /\]\(([^()\s]+)\)/g

/** A page of ours that says "kept by this file" must name one that is there: links within the project lead to a file or a folder of it. Samples and pictures are no texts and are not seen. */
export const linksLeadSomewhere: Rule = (tree) => {
  const places = new Set(tree.files.flatMap(({ path: file }) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))))
  return tree.files.filter(({ path: file }) => file.endsWith('.md')).flatMap((file) => matchesIn(file, link).flatMap(({ match: [, target = ''], line }) => {
    const [place = ''] = target.split('#')
    if (place === '' || /^[a-z]+:/.test(place) || /\.(csv|xlsx?|png)$/.test(place)) return []
    const at = path.posix.normalize(path.posix.join(path.posix.dirname(file.path), place)).replace(/\/$/, '')
    return places.has(at) ? [] : [{ path: file.path, line, rule: 'links-lead-somewhere', sentence: `The link leads to ${at}, which is not there.` }]
  }))
}
