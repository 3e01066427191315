import { Bell, CalendarClock, CarFront, ChartColumn, Columns3, LayoutList, Moon, Package, Plus, Search, Sun, Users, Wallet } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button, IconButton } from '../button.tsx'
import { Menu } from '../menu.tsx'
import { Shell, type KitLink } from '../shell.tsx'
import { Plate, StatusTag } from '../tag.tsx'
import { Typeahead, type TypeaheadOption } from '../typeahead.tsx'
import { useToast } from '../toast.tsx'
import { sampleJobs } from './sample-jobs.ts'

const Anchor: KitLink = (props) => <a {...props} />

type GalleryShellProps = { page: string; theme: string; onTheme: () => void; children: ReactNode }

export function GalleryShell({ page, theme, onTheme, children }: GalleryShellProps) {
  const say = useToast()
  const item = (id: string, icon: typeof Bell, text: string, badge?: number) =>
    ({ id, icon, text, href: `?page=${id}&theme=${theme}`, current: id === page, badge })
  return (
    <Shell Link={Anchor} navLabel="主导航" phoneItems={['workbench', 'table', 'fields', 'parts']}
      groups={[
        { id: 'front', text: '前台', items: [item('workbench', LayoutList, '接待工作台', 12), item('appointments', CalendarClock, '预约'), item('customers', Users, '客户与车辆')] },
        { id: 'shop', text: '车间', items: [item('parts', Columns3, '派工板'), item('table', Package, '配件库房', 3)] },
        { id: 'office', text: '管理', items: [item('fields', Wallet, '结算收银'), item('board', ChartColumn, '经营看板')] },
      ]}
      store={<><CarFront size={18} aria-hidden /><span className="k-cut">上海虹桥店</span></>}
      search={<GlobalSearch />}
      mainAction={<Button kind="primary" icon={Plus} onPress={() => say({ text: '已接车 沪A·D12345', action: { text: '撤销', onPick: () => say({ text: '已撤销' }) } })}>接车</Button>}
      notices={<><IconButton aria-label="通知" icon={Bell} count={3} /><IconButton aria-label={theme === 'dark' ? '浅色' : '深色'} icon={theme === 'dark' ? Sun : Moon} onPress={onTheme} /></>}
      person={<Menu label="陆一 服务顾问" kind="quiet" items={[{ id: 'me', text: '我的设置', onPick: () => {} }, { id: 'out', text: '退出登录', separated: true, onPick: () => {} }]}>陆一</Menu>}>
      {children}
    </Shell>
  )
}

function GlobalSearch() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return <Typeahead ref={input} label="搜索" hideLabel icon={Search} keyCap="Ctrl K" placeholder="车牌 / VIN / 手机号 / 工单号" search={searchJobs} onPick={() => {}}
    create={{ text: (query) => `以「${query}」新建客户`, onCreate: () => {} }} />
}

/** Answers after a moment, like a server. */
export async function searchJobs(query: string): Promise<TypeaheadOption[]> {
  await new Promise((done) => setTimeout(done, 150))
  return sampleJobs(60)
    .filter((job) => `${job.plate}${job.customer}${job.id}`.toLowerCase().includes(query.toLowerCase()))
    .slice(0, 6)
    .map((job, at) => ({ id: job.id, primary: <><Plate text={job.plate} />&ensp;<StatusTag tone={job.tone} text={job.status} /></>, text: job.plate, secondary: `${job.car} · ${job.customer}`, trailing: job.promise, group: at < 4 ? '在厂工单' : '历史工单' }))
}
