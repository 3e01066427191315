import type { Query, QueryClient } from '@tanstack/react-query'

/** `/invoices-waiting` is about invoices too. */
const isAbout = (topic: string) => ({ queryKey: [first] }: Pick<Query, 'queryKey'>): boolean => first === topic || (typeof first === 'string' && first.startsWith(`${topic}-`))

/**
 * What is on the screen under this topic is old: it is fetched anew. A question asked for the first time and not yet answered is not
 * asked again by the library, though its answer may come from before the news; it is asked once more after that answer.
 */
export function renew(client: QueryClient, topic: string): void {
  const predicate = isAbout(topic)
  const first = client.getQueryCache().findAll({ predicate }).filter(({ state }) => state.data === undefined && state.fetchStatus === 'fetching')
  void client.invalidateQueries({ predicate })
  for (const query of first) {
    const again = (): void => { void client.invalidateQueries({ queryKey: query.queryKey, exact: true }) }
    query.promise?.then(again, again)
  }
}
