import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from '../../platform/web/api.ts'
import { mayAskAnew } from '../../platform/web/news.ts'
import { chooseLanguage, currentLanguage } from '../../platform/web/language-choice.ts'
import { ToastProvider } from '../../ui-kit/toast.tsx'
import '../../ui-kit/styles/all.css'
import './app.css'
import { App } from './app.tsx'
import { Languages } from './languages.tsx'
import { applyTheme } from './theme.ts'

const client = new QueryClient({
  defaultOptions: {
    // Without a network the service worker answers what it kept, and deeds go to the outbox: the library need not wait for one.
    mutations: { networkMode: 'always' },
    queries: { networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: mayAskAnew, retry: (count, cause) => count < 2 && !(cause instanceof ProblemError && cause.problem.status < 500) },
  },
})

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/service-worker.js')
applyTheme()
chooseLanguage(currentLanguage())
const place = document.getElementById('root')
if (place === null) throw new Error('the page has no #root')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Languages><ToastProvider><App /></ToastProvider></Languages>
    </QueryClientProvider>
  </StrictMode>)
