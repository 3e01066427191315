import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { formatWhole } from './exact-numbers.ts'

export type Tab = { id: string; text: string; count?: number | undefined }

export type TabListProps = {
  label: string
  tabs: readonly Tab[]
  current: string
  onChange: (id: string) => void
}

export type TabsProps = TabListProps & {
  /** The content of the current tab. */
  children: ReactNode
}

/** Tabs with their panel (ARIA: arrows move and choose at once). */
export function Tabs({ children, ...list }: TabsProps) {
  const id = useId()
  return (
    <div className="k-tabs">
      <TabList {...list} id={id} />
      <TabPanel id={id} current={list.current}>{children}</TabPanel>
    </div>
  )
}

/** The strip alone, for PageFrame, which puts the panel elsewhere under the same id. */
export function TabList({ id, label, tabs, current, onChange }: TabListProps & { id: string }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.id === current)
    const next = tabs[nextTab(event.key, at, tabs.length) ?? -1]
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    document.getElementById(tabId(id, next.id))?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className="k-tab-list" onKeyDown={move}>
      {tabs.map((tab) => {
        const selected = tab.id === current
        return (
          <button key={tab.id} type="button" role="tab" id={tabId(id, tab.id)} aria-selected={selected} aria-controls={selected ? panelId(id) : undefined}
            tabIndex={selected ? 0 : -1} className="k-tab" onClick={() => onChange(tab.id)}>
            {tab.text}{tab.count !== undefined && <span className="k-badge k-badge-neutral">{formatWhole(tab.count)}</span>}
          </button>
        )
      })}
    </div>
  )
}

export function TabPanel({ id, current, children }: { id: string; current: string; children: ReactNode }) {
  return <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, current)} tabIndex={0} className="k-tab-panel">{children}</div>
}

const panelId = (id: string): string => `${id}-panel`
const tabId = (id: string, tab: string): string => `${id}-tab-${tab}`

function nextTab(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
