import { Download, PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../button.tsx'
import { DataTable, type Sort } from '../data-table.tsx'
import { EmptyState } from '../empty-state.tsx'
import type { LoadState } from '../load-state.tsx'
import { PageFrame } from '../page-frame.tsx'
import { Money, Plate, StatusTag, TimeLeft } from '../tag.tsx'
import { sampleJobs, type SampleJob } from './sample-jobs.ts'

const jobs = sampleJobs(5000)

export function TablePage() {
  const [tab, setTab] = useState('all')
  const [sort, setSort] = useState<Sort>({ column: 'promise', direction: 'ascending' })
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState<string | null>(jobs[3]?.id ?? null)
  const states: Readonly<Record<string, LoadState>> = { loading: 'loading', refresh: 'loading', error: { error: '工单没有取到，已保留上次的列表。', onRetry: () => setTab('all') } }
  const rows = tab === 'empty' || tab === 'loading' ? [] : jobs
  return (
    <PageFrame fill title="工单" note="11月23日 周一" actions={<><Button icon={Download}>导出</Button><Button whyNot={checked.size === 0 ? '请先勾选工单' : null}>批量派工</Button></>}
      tabs={{ label: '工单状态', current: tab, onChange: setTab, tabs: [
        { id: 'all', text: '全部', count: 5000 }, { id: 'refresh', text: '刷新中' }, { id: 'loading', text: '首次加载' }, { id: 'empty', text: '空' }, { id: 'error', text: '出错' }] }}>
      <div className="k-panel" style={{ height: '100%', overflow: 'hidden' }}>
        <DataTable<SampleJob> label="工单" fill rows={rows} rowKey={(row) => row.id} rowName={(row) => row.plate} sort={sort} onSort={setSort} selectedKey={selected} minimumWidth={900}
          onOpen={(row) => setSelected(row.id)} checked={checked} onCheck={setChecked} state={states[tab] ?? 'ready'}
          empty={<EmptyState icon={PackageOpen} action={<Button kind="primary">接车</Button>}>今天还没有工单。</EmptyState>}
          footer={<span>共 5,000 张，已选 {checked.size} 张</span>}
          columns={[
            { id: 'plate', header: '车牌', cell: (row) => <Plate text={row.plate} />, width: 110, sortable: true },
            { id: 'status', header: '状态', cell: (row) => <StatusTag tone={row.tone} text={row.status} />, width: 112 },
            { id: 'order', header: '工单号', cell: (row) => <span className="k-quiet-text">{row.id}</span>, width: 132 },
            { id: 'car', header: '车型', cell: (row) => row.car },
            { id: 'customer', header: '客户', cell: (row) => row.customer, width: 80 },
            { id: 'advisor', header: '顾问', cell: (row) => row.advisor, width: 80 },
            { id: 'promise', header: '承诺交车', align: 'end', cell: (row) => row.promise, width: 96, sortable: true },
            { id: 'left', header: '剩余', align: 'end', cell: (row) => <TimeLeft tone={row.leftTone}>{row.left}</TimeLeft>, width: 96 },
            { id: 'sum', header: '金额', align: 'end', cell: (row) => <Money fen={row.fen} strong />, width: 110, sortable: true },
          ]} />
      </div>
    </PageFrame>
  )
}
