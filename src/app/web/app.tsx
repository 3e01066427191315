import { createRootRoute, createRoute, createRouter, Navigate, Outlet, RouterProvider } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { seeSession } from '../../modules/organisation/contract.ts'
import { WhenSettled } from '../../modules/organisation/ui/owes-page.tsx'
import { SignInPage } from '../../modules/organisation/ui/sign-in-page.tsx'
import { ProblemError } from '../../platform/web/api.ts'
import { queryKeyOf, useReading, useSentence } from '../../platform/web/deeds.tsx'
import { onDemand } from '../../platform/web/screens.ts'
import { SessionContext, useMay } from '../../platform/web/session.tsx'
import { LoadBar, LoadError } from '../../ui-kit/load-state.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { screens } from './screens.ts'

const root = createRootRoute({ component: () => <Frame><Outlet /></Frame>, notFoundComponent: NotFoundPage })
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const pages = screens.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: page }))
const account = createRoute({ getParentRoute: () => root, path: '/my-account', component: onDemand(() => import('../../modules/organisation/ui/account-page.tsx'), 'AccountPage') })
const router = createRouter({ routeTree: root.addChildren([home, account, ...pages]), defaultPendingComponent: () => <LoadBar busy />, defaultPendingMs: 150 })

/** The first page that this person may see; whoever may see none still has an account. */
function Home() {
  const may = useMay()
  return <Navigate to={screens.find(({ needs }) => may(needs))?.path.split('/{-$')[0] ?? '/my-account'} replace />
}

const customersLink = /^\/answer\/([\w-]+)$/
const CustomersPage = lazy(() => import('../../modules/answers/ui/answer-page.tsx').then(({ AnswerPage }) => ({ default: AnswerPage })))

/** A customer with a link has his own page, without a log-in; everybody else is one of the house. */
export function App() {
  const [, token] = customersLink.exec(window.location.pathname) ?? []
  return token === undefined ? <House /> : <Suspense fallback={<LoadBar busy />}><CustomersPage token={token} /></Suspense>
}

/** Nobody signed in: the sign-in page. Somebody: the frame with what his rights show. */
function House() {
  const client = useQueryClient()
  const sentence = useSentence()
  const session = useReading(seeSession, {})
  if (session.isPending) return <LoadBar busy />
  const outside = session.error instanceof ProblemError && session.error.problem.status === 401
  if (outside) return <SignInPage onSignedIn={(view) => client.setQueryData(queryKeyOf(seeSession, {}), view)} />
  if (session.data === undefined) return <LoadError state={{ error: sentence(session.error), onRetry: () => { void session.refetch() } }} />
  return (
    <SessionContext value={session.data}>
      <WhenSettled owes={session.data.owes}><RouterProvider router={router} key={session.data.store.id} /></WhenSettled>
    </SessionContext>
  )
}
