import { StrictMode, useState, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/all.css'
import { ToastProvider } from '../toast.tsx'
import { GalleryShell } from './gallery-shell.tsx'
import { PartsPage } from './parts-page.tsx'
import { FieldsPage } from './fields-page.tsx'
import { TablePage } from './table-page.tsx'
import { WorkbenchPage } from './workbench-page.tsx'

const pages: Readonly<Record<string, ComponentType>> = { workbench: WorkbenchPage, table: TablePage, fields: FieldsPage, parts: PartsPage }

/** ?page=workbench&theme=dark&density=phone */
function Gallery() {
  const asked = new URLSearchParams(location.search)
  const [theme, setTheme] = useState(asked.get('theme') ?? 'light')
  document.documentElement.dataset['theme'] = theme
  if (asked.get('density') === 'phone') document.documentElement.dataset['density'] = 'phone'
  const page = asked.get('page') ?? 'workbench'
  const Page = pages[page] ?? WorkbenchPage
  return (
    <ToastProvider>
      <GalleryShell page={page} theme={theme} onTheme={() => setTheme(theme === 'dark' ? 'light' : 'dark')}><Page /></GalleryShell>
    </ToastProvider>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><Gallery /></StrictMode>)
