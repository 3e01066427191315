import { importsIn } from '../imports.ts'
import { isTest, type Rule } from '../tree.ts'

const web = /^src\/(ui-kit|platform\/web|app\/web|modules\/[^/]+\/ui)\//
const server = /^src\/(platform\/(?!web\/|contract\.ts$|shapes\.ts$|texts\.ts$)|app\/(?!web\/)|modules\/[^/]+\/((actions|data|http|reactions|print|testing)\/|(public|examples)\.ts$))/

/** What runs in the browser never reaches what runs on the server, nor the other way; types may cross. */
export const webApart: Rule = (tree) => importsIn(tree).flatMap(({ from, to, line, typeOnly }) => {
  if (to === null || typeOnly || isTest(from)) return []
  const broken = (web.test(from) && server.test(to)) || (!web.test(from) && web.test(to))
  return broken ? [{ path: from, line, rule: 'web-apart', sentence: `${web.test(from) ? 'A page reaches into the server' : 'The server reaches into a page'}: ${to}. They share contract.ts, domain, permissions and texts.` }] : []
})
