import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TabList, TabPanel, type TabListProps } from './tabs.tsx'

export type PageFrameProps = {
  title: ReactNode
  /** Beside the title in grey: a date, a count, a status. */
  note?: ReactNode
  actions?: ReactNode
  tabs?: TabListProps | undefined
  /** The content fills the window's height and scrolls inside its panels. */
  fill?: boolean | undefined
  children: ReactNode
}

/** Title, actions and tabs of a page. */
export function PageFrame({ title, note, actions, tabs, fill, children }: PageFrameProps) {
  const id = useId()
  return (
    <div className={classNames('k-page', fill && 'k-page-fill')}>
      <header className="k-page-head">
        <h1 className="k-page-title">{title}</h1>
        {note !== undefined && <div className="k-page-note">{note}</div>}
        {actions !== undefined && <div className="k-page-actions">{actions}</div>}
      </header>
      {tabs && <TabList {...tabs} id={id} />}
      <div className="k-page-body">{tabs ? <TabPanel id={id} current={tabs.current}>{children}</TabPanel> : children}</div>
    </div>
  )
}
