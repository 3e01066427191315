import { Ellipsis, type LucideIcon } from 'lucide-react'
import { useState, type ComponentType, type ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { useKitTexts } from './kit-texts.ts'
import { Badge } from './tag.tsx'
import { useMedia } from './use-media.ts'

/** The router's link, handed in, so that the kit knows no router. */
export type KitLink = ComponentType<{
  href: string
  className?: string
  children: ReactNode
  'aria-current'?: 'page'
  onClick?: () => void
}>

export type NavItem = { id: string; icon: LucideIcon; text: string; href: string; current: boolean; badge?: number | undefined }
export type NavGroup = { id: string; text: string; items: readonly NavItem[] }

export type ShellProps = {
  Link: KitLink
  navLabel: string
  groups: readonly NavGroup[]
  /** Ids of the up to four items in the tab bar of a phone; the others are under "more". */
  phoneItems?: readonly string[] | undefined
  store: ReactNode
  search?: ReactNode
  mainAction?: ReactNode
  notices?: ReactNode
  person?: ReactNode
  children: ReactNode
}

/** The frame of every page: top bar, navigation, main. */
export function Shell(props: ShellProps) {
  const { store, search, mainAction, notices, person, children } = props
  const texts = useKitTexts()
  const phone = useMedia('(max-width: 700px)')
  return (
    <div className="k-shell">
      <a className="k-skip" href="#main">{texts.skipToMain}</a>
      <header className="k-top-bar">
        <div className="k-top-store">{store}</div>
        {search !== undefined && <div className="k-top-search" role="search">{search}</div>}
        <div className="k-top-end">
          {mainAction}
          {notices}
          {person}
        </div>
      </header>
      {!phone && <SideNav {...props} />}
      <main id="main" className="k-main" tabIndex={0}>{children}</main>
      {phone && <TabBar {...props} />}
    </div>
  )
}

function SideNav({ navLabel, groups, Link }: ShellProps) {
  return (
    <nav className="k-nav" aria-label={navLabel}>
      {groups.map((group) => (
        <div key={group.id} className="k-nav-group" role="group" aria-label={group.text}>
          <div className="k-nav-heading" aria-hidden>{group.text}</div>
          {group.items.map((item) => <NavLink key={item.id} item={item} Link={Link} className="k-nav-item" />)}
        </div>
      ))}
    </nav>
  )
}

type NavLinkProps = { item: NavItem; Link: KitLink; className: string; onClick?: () => void }

function NavLink({ item, Link, className, onClick }: NavLinkProps) {
  return (
    <Link href={item.href} className={className} {...(item.current ? { 'aria-current': 'page' as const } : {})} {...(onClick ? { onClick } : {})}>
      <item.icon size={16} aria-hidden />
      <span className="k-cut">{item.text}</span>
      {item.badge !== undefined && <Badge count={item.badge} />}
    </Link>
  )
}

function TabBar({ navLabel, groups, Link, phoneItems }: ShellProps) {
  const texts = useKitTexts()
  const [open, setOpen] = useState(false)
  const all = groups.flatMap((group) => group.items)
  const tabs = phoneItems ? phoneItems.flatMap((id) => all.filter((item) => item.id === id)).slice(0, 4) : all.slice(0, 4)
  const elsewhere = all.some((item) => item.current) && !tabs.some((item) => item.current)
  return (
    <nav className="k-tab-bar" aria-label={navLabel}>
      {tabs.map((item) => <NavLink key={item.id} item={item} Link={Link} className="k-tab-item" />)}
      {all.length > tabs.length && (
        <button type="button" className="k-tab-item" aria-haspopup="dialog" data-current={elsewhere ? '' : undefined} onClick={() => setOpen(true)}>
          <Ellipsis size={20} aria-hidden />
          <span>{texts.more}</span>
        </button>
      )}
      {open && (
        <Dialog title={texts.more} onClose={() => setOpen(false)}>
          <div className="k-more-nav">
            {groups.map((group) => (
              <div key={group.id} role="group" aria-label={group.text}>
                <div className="k-nav-heading" aria-hidden>{group.text}</div>
                {group.items.map((item) => <NavLink key={item.id} item={item} Link={Link} className="k-nav-item" onClick={() => setOpen(false)} />)}
              </div>
            ))}
          </div>
        </Dialog>
      )}
    </nav>
  )
}
