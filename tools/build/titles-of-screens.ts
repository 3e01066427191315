import path from 'node:path'
import type { Plugin } from 'vite'

type Texts = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> }

const imported = /import \{ (\w+) \} from '\.\/texts\.ts'\n/u

/**
 * A module's list of screens needs the titles of its pages, and is there from the first page on; its texts are not. So a list of screens is built with the texts that it names, in place of
 * all texts of its module, and these come with the page that is opened.
 */
export function titlesOfScreens(): Plugin {
  return {
    name: 'titles-of-screens',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.split('?')
      if (!/\/modules\/[^/]+\/ui\/screens\.ts$/u.test(file)) return null
      const [statement, name] = imported.exec(code) ?? []
      if (statement === undefined || name === undefined) return null
      const { zh, en } = (await import(path.join(path.dirname(file), 'texts.ts')) as Readonly<Record<string, Texts>>)[name] ?? { zh: {}, en: {} }
      const named = [...code.matchAll(/'([\w.-]+)'/gu)].flatMap(([, key]) => (key !== undefined && key in zh ? [key] : []))
      const only = (texts: Texts['zh']) => Object.fromEntries(named.map((key) => [key, texts[key]]))
      return { code: code.replace(statement, `const ${name} = ${JSON.stringify({ zh: only(zh), en: only(en) })}\n`), map: null }
    },
  }
}
