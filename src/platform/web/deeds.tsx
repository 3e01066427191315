import { useInfiniteQuery, useIsFetching, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { staleCode } from '../../kernel/refusal.ts'
import type { AnswerOf, CallOf, Route } from '../contract.ts'
import type { LoadState } from '../../ui-kit/load-state.tsx'
import { addressOf, call, ProblemError, Unreachable, upload, type Parts } from './api.ts'
import { useTexts } from './language.tsx'
import { putInOutbox } from './outbox.ts'
import { letInWhenStale } from './news.ts'
import { renew } from './renew.ts'
import { webEn, webZh } from './texts.ts'

/** What went wrong, as a sentence for the person. */
export function useSentence(): (cause: unknown) => string {
  const t = useTexts(webZh, webEn)
  return (cause) => {
    if (cause instanceof ProblemError) return cause.problem.status >= 500 ? `${cause.message} ${t('web.request', { id: cause.problem.requestId.slice(0, 8) })}` : cause.message
    return cause instanceof Unreachable ? t('web.unreachable') : t('web.failed', { detail: String(cause) })
  }
}

/** The first part of a route's path names the things it is about: news of them makes the answer old. */
const topicOf = (route: Route): string => route.path.split('/')[1] ?? ''

export const queryKeyOf = (route: Route, parts: unknown): readonly unknown[] => [topicOf(route), route.path, parts]

export function useReading<R extends Route>(route: R, parts: CallOf<R>, options: { enabled?: boolean; /** Milliseconds. */ refetchInterval?: number } = {}): UseQueryResult<AnswerOf<R>> {
  return useQuery({ queryKey: queryKeyOf(route, parts), queryFn: ({ signal }) => call(route, parts, { signal }), ...options })
}

/** What a dialog is filled from: nothing until what was remembered has been asked anew, so that nobody types on a record from before. */
export function useOpening<R extends Route>(route: R, parts: CallOf<R>): Pick<UseQueryResult<AnswerOf<R>>, 'data' | 'error' | 'isError' | 'refetch'> {
  const { data, error, isError, isFetching, refetch } = useReading(route, parts)
  const [opened, setOpened] = useState(false)
  if (!opened && data !== undefined && !isFetching) setOpened(true)
  return { data: opened ? data : undefined, error, isError, refetch }
}

type Page = { rows: readonly unknown[]; next: string | null }

/** A list that grows page by page; old rows stay while new ones load. */
export function usePages<R extends Route>(route: R, query: Record<string, unknown>, params: Readonly<Record<string, string>> = {}) {
  const sentence = useSentence()
  const result = useInfiniteQuery({
    queryKey: [...queryKeyOf(route, { query, params }), 'pages'],
    queryFn: ({ signal, pageParam }) => call(route, { params, query: { ...query, after: pageParam } } as unknown as CallOf<R>, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page).next ?? undefined,
    placeholderData: (before) => before,
  })
  const pages = result.data?.pages ?? []
  const rows = pages.flatMap((page) => (page as Page).rows) as (AnswerOf<R> extends { rows: (infer Row)[] } ? Row : never)[]
  const state: LoadState = result.isError ? { error: sentence(result.error), onRetry: () => { void result.refetch() } } : result.isFetching ? 'loading' : 'ready'
  return { rows, first: pages[0], state, more: result.hasNextPage ? () => { void result.fetchNextPage() } : null }
}

export type Waits = {
  /** What it is, for the list of what waits. */ readonly title: string
  /** What it is about (a job, an order). */ readonly about: string
  /** It waits on this device now. */ readonly kept: () => void
}

/**
 * A deed behind a button. The key is made once per content, so pressing again after a lost answer does nothing twice;
 * what was typed stays on the screen until the deed succeeded. One that `waits` goes into the outbox when there is no network.
 */
export function useDeed<R extends Route>(route: R, then?: (answer: AnswerOf<R>) => void, waits?: Waits) {
  const client = useQueryClient()
  const sentence = useSentence()
  const attempt = useRef<{ content: string; key: string } | null>(null)
  const mutation = useMutation({
    mutationFn: (parts: CallOf<R>) => {
      const content = JSON.stringify(parts)
      if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() }
      return call(route, parts, { key: attempt.current.key })
    },
    onSuccess: (answer) => {
      attempt.current = null
      renew(client, topicOf(route))
      then?.(answer)
    },
    onError: (cause, parts) => {
      if (cause instanceof ProblemError) letInWhenStale(client, cause.problem.code)
      if (cause instanceof ProblemError && cause.problem.status === 409) renew(client, topicOf(route))
      const { current } = attempt
      if (waits === undefined || current === null || !(cause instanceof Unreachable)) return
      attempt.current = null
      const { body = {} } = parts as { body?: unknown }
      putInOutbox({ id: current.key, title: waits.title, about: waits.about, address: addressOf(route.path, parts as Parts), content: JSON.stringify(body), topic: topicOf(route) })
        .then(() => { mutation.reset(); waits.kept() }, () => {}) // a device that keeps nothing: the error stays on the screen
    },
  })
  return { run: mutation.mutate, busy: mutation.isPending, error: mutation.isError ? sentence(mutation.error) : null, code: mutation.error instanceof ProblemError ? mutation.error.problem.code : null, doneAt: mutation.isSuccess ? mutation.submittedAt : 0, reset: mutation.reset }
}

/**
 * The version that a form on a page was filled from (under a dialog the news wait, see `hear`). A colleague's change while somebody types makes the record on the screen newer,
 * but what he typed still stands on what he saw: the server is told that, and refuses. After his own deed, or once it was refused as stale, the form stands on the record as it is; so it does while nobody types.
 */
export function useSeenVersion(now: number, { code, doneAt }: { readonly code: string | null; readonly doneAt: number }, types = true): number {
  const onTheWay = useIsFetching() > 0
  const [{ seen, done, opening }, set] = useState({ seen: now, done: doneAt, opening: onTheWay })
  if (done !== doneAt) set({ seen: now, done: doneAt, opening: true })
  else if (opening && !onTheWay) set({ seen: now, done, opening: false })
  else if (seen !== now && (opening || !types || code === staleCode)) set({ seen: now, done, opening })
  return seen
}

/** A file that is sent; the key is made once per file and question, so that trying again after a lost answer does nothing twice. */
export function useUpload<R extends Route>(route: R, then?: (answer: AnswerOf<R>) => void) {
  const client = useQueryClient()
  const sentence = useSentence()
  const attempt = useRef<{ content: string; file: Blob; key: string } | null>(null)
  const mutation = useMutation({
    mutationFn: ({ parts, file }: { parts: CallOf<R>; file: Blob }) => {
      const content = JSON.stringify(parts)
      if (attempt.current?.content !== content || attempt.current.file !== file) attempt.current = { content, file, key: crypto.randomUUID() }
      return upload(route, parts, file, attempt.current.key)
    },
    onSuccess: (answer) => {
      attempt.current = null
      renew(client, topicOf(route))
      then?.(answer)
    },
  })
  return { run: mutation.mutate, busy: mutation.isPending, error: mutation.isError ? sentence(mutation.error) : null }
}
