import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { CarFront, LogOut, Moon, Store, Sun, UserRound, Languages as LanguagesIcon } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { SystemWarnings } from '../../modules/assurance/ui/public.tsx'
import { seeSession, signOut, switchStore } from '../../modules/organisation/contract.ts'
import { searchPermissions } from '../../modules/search/permissions.ts'
import { SearchBox } from '../../modules/search/ui/public.tsx'
import { OthersHere } from '../../modules/organisation/ui/public.tsx'
import { organisationTexts } from '../../modules/organisation/ui/texts.ts'
import { call } from '../../platform/web/api.ts'
import { chooseLanguage } from '../../platform/web/language-choice.ts'
import { useLanguage, useTexts } from '../../platform/web/language.tsx'
import { NoticeBell } from '../../modules/notices/ui/public.tsx'
import { useLive } from '../../platform/web/live.tsx'
import { OutboxChip } from '../../platform/web/outbox-chip.tsx'
import { OutdatedBar } from '../../platform/web/outdated-bar.tsx'
import { useReading, useSentence } from '../../platform/web/deeds.tsx'
import { fetchParts, partOnDemand } from '../../platform/web/parts.tsx'
import { useMay, useSession } from '../../platform/web/session.tsx'
import { webEn, webZh } from '../../platform/web/texts.ts'
import { Menu, type MenuItem } from '../../ui-kit/menu.tsx'
import { Shell, type KitLink, type NavGroup } from '../../ui-kit/shell.tsx'
import { useToast } from '../../ui-kit/toast.tsx'
import { phoneItems } from './phone-items.ts'
import { screens } from './screens.ts'
import { chooseTheme, currentTheme } from './theme.ts'

const ComebackNews = partOnDemand(async () => (await import('../../modules/quality/ui/public.tsx')).ComebackNews)

const RouterLink: KitLink = ({ href, ...rest }) => <Link to={href} {...rest} />

const groups = ['front', 'money', 'workshop', 'parts', 'customers', 'team', 'manage'] as const

function useNavigation(): NavGroup[] {
  const t = useTexts(webZh, webEn)
  const language = useLanguage()
  const may = useMay()
  const { pathname } = useLocation()
  return groups.flatMap((group) => {
    const items = screens.filter((screen) => screen.group === group && may(screen.needs)).map((screen) => {
      const href = screen.path.split('/$')[0] ?? screen.path
      return { id: screen.id, icon: screen.icon, text: screen.title[language], href, current: pathname === href || pathname.startsWith(`${href}/`) }
    })
    return items.length === 0 ? [] : [{ id: group, text: t(`web.group-${group}`), items }]
  })
}

export function Frame({ children }: { children: ReactNode }) {
  useEffect(fetchParts, [])
  const t = useTexts(webZh, webEn)
  const language = useLanguage()
  const { store } = useSession()
  const may = useMay()
  const { pathname } = useLocation()
  const navigation = useNavigation()
  useLive()
  if (screens.some(({ bare, path }) => bare && path === pathname)) return <main><OutdatedBar />{children}</main>
  return (
    <Shell Link={RouterLink} navLabel={t('web.navigation')} groups={navigation} phoneItems={phoneItems(navigation.flatMap(({ items }) => items.map(({ id }) => id)), screens.filter(({ standing }) => standing !== undefined && may(standing)).map(({ id }) => id))}
      store={<span className="app-store"><CarFront size={18} aria-hidden />{language === 'en' ? store.nameEn : store.nameZh}</span>}
      {...(may(searchPermissions.find) ? { search: <SearchBox /> } : {})} notices={<><ComebackNews /><NoticeBell /><OutboxChip /></>} person={<PersonMenu />}>
      <OutdatedBar />
      <SystemWarnings />
      <OthersHere />
      {children}
    </Shell>
  )
}

/** Own things: another store, language, theme, the way out. */
function PersonMenu() {
  const t = useTexts(webZh, webEn)
  const o = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const [theme, setTheme] = useState(currentTheme())
  const session = useReading(seeSession, {})
  const { name, store } = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const sentence = useSentence()
  const navigate = useNavigate()
  const anew = (work: Promise<unknown>) => {
    work.then(() => client.resetQueries(), (cause: unknown) => toast({ tone: 'danger', text: sentence(cause) }))
  }
  const others = (session.data?.stores ?? []).filter(({ id }) => id !== store.id)
  const items: MenuItem[] = [
    ...others.map((other) => ({
      id: other.id, icon: Store, text: language === 'en' ? other.nameEn : other.nameZh,
      onPick: () => anew(call(switchStore, { body: { storeId: other.id } })),
    })),
    { id: 'language', icon: LanguagesIcon, text: language === 'en' ? '中文' : 'English', separated: others.length > 0, onPick: () => chooseLanguage(language === 'en' ? 'zh-CN' : 'en') },
    {
      id: 'theme', icon: theme === 'dark' ? Sun : Moon, text: theme === 'dark' ? t('web.theme-light') : t('web.theme-dark'),
      onPick: () => { const next = theme === 'dark' ? 'light' : 'dark'; chooseTheme(next); setTheme(next) },
    },
    { id: 'account', icon: UserRound, text: o('organisation.my-account'), separated: true, onPick: () => { void navigate({ to: '/my-account' }) } },
    { id: 'sign-out', icon: LogOut, text: o(session.data?.onTablet === true ? 'organisation.next-person' : 'organisation.sign-out'), onPick: () => anew(call(signOut, {})) },
  ]
  return <Menu label={`${name} ${t('web.person-menu')}`} items={items} kind="quiet">{name}</Menu>
}
