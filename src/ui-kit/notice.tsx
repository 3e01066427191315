import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type NoticeTone = 'info' | 'warn' | 'danger' | 'active'

export type NoticeProps = {
  tone: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** One small button at the end. */
  action?: ReactNode
}

const icons = { info: Info, warn: TriangleAlert, danger: CircleAlert, active: CircleCheck } as const

/** A sentence in the page about the page. Danger is read out at once, and what an open dialog says after its button was pressed is scrolled to: the button may be far below. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = icons[tone]
  const notice = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (tone === 'danger' && notice.current?.closest('dialog')?.open === true) notice.current.scrollIntoView({ block: 'nearest' })
  }, [tone])
  return (
    <div ref={notice} className={classNames('k-notice', `k-tone-${tone}`)} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="k-notice-words">
        {title !== undefined && <strong className="k-notice-title">{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className="k-notice-action">{action}</div>}
    </div>
  )
}
