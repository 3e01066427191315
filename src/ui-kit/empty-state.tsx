import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type EmptyStateProps = {
  /** One sentence. */
  children: ReactNode
  /** One action. */
  action?: ReactNode
  icon?: LucideIcon | undefined
}

/** Nothing here yet: one sentence and one way on. */
export function EmptyState({ children, action, icon: Icon }: EmptyStateProps) {
  return (
    <div className="k-empty">
      {Icon && <Icon size={24} strokeWidth={1.5} aria-hidden />}
      <p>{children}</p>
      {action}
    </div>
  )
}
