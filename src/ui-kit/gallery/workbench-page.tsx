import { Phone, Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../button.tsx'
import { ChoiceField } from '../choice-fields.tsx'
import { DataTable } from '../data-table.tsx'
import { Dialog, ConfirmDialog } from '../dialog.tsx'
import { Facts } from '../facts.tsx'
import { ListPane } from '../list-pane.tsx'
import { Menu } from '../menu.tsx'
import { MoneyField, QuantityField } from '../number-fields.tsx'
import { Section } from '../section.tsx'
import { SplitView } from '../split-view.tsx'
import { Steps } from '../steps.tsx'
import { Money, PayerTag, Plate, Quantity, StatusTag, TimeLeft } from '../tag.tsx'
import { Timeline } from '../timeline.tsx'
import { TotalsStrip } from '../totals-strip.tsx'
import { Typeahead } from '../typeahead.tsx'
import { formatAmount, formatFen } from '../exact-numbers.ts'
import { searchJobs } from './gallery-shell.tsx'
import { sampleJobs, sampleLines, type SampleJob } from './sample-jobs.ts'

const jobs = sampleJobs(40)

export function WorkbenchPage() {
  const asked = new URLSearchParams(location.search)
  const [selected, setSelected] = useState(jobs[0]?.id ?? '')
  const [showing, setShowing] = useState<'list' | 'detail'>(asked.get('showing') === 'detail' ? 'detail' : 'list')
  const [filter, setFilter] = useState<'in' | 'ask' | 'work' | 'late'>('in')
  const job = jobs.find((one) => one.id === selected)
  return (
    <>
      <h1 className="k-unseen">接待工作台</h1>
      <SplitView showing={showing} onBack={() => setShowing('list')} detailLabel="工单" sideLabel="客户与进程"
        list={
          <ListPane label="在厂工单" rows={jobs} rowKey={(row) => row.id} selectedKey={selected} pageKeys
            onOpen={(row) => {
              setSelected(row.id)
              setShowing('detail')
            }}
            row={(row) => ({
              primary: <Plate text={row.plate} />, status: <StatusTag tone={row.tone} text={row.status} />, trailing: <TimeLeft tone={row.leftTone}>{row.left}</TimeLeft>,
              secondary: `${row.kind} · ${row.car} · ${row.customer}`, secondaryTrailing: <><span>{row.promise} 交</span><Money fen={row.fen} /></>,
            })}
            loadMore={{ text: '再看 40 张', onPress: () => {} }}
            head={<ChoiceField label="筛选" hideLabel value={filter} onChange={setFilter} choices={[
              { value: 'in', text: '在厂', count: 164 }, { value: 'ask', text: '待确认', count: 26 }, { value: 'work', text: '施工中', count: 77 }, { value: 'late', text: '超时', count: 32 }]} />} />
        }
        head={job && <JobHead job={job} />} detail={<JobLines />} side={<JobSide />} />
    </>
  )
}

function JobHead({ job }: { job: SampleJob }) {
  const [asking, setAsking] = useState(false)
  const state = ['done', 'done', 'done', 'current', 'coming', 'coming', 'coming'] as const
  const notes = ['13:02', '13:20', '13:41', '14:05']
  return (
    <div className="k-panel-body k-stack">
      <div className="k-row">
        <Plate text={job.plate} size="detail" />
        <StatusTag tone={job.tone} text={job.status} />
        <span className="k-quiet-text">{job.id}</span>
        <TimeLeft tone="soon">承诺 14:46 · 剩 27m</TimeLeft>
        <span className="k-actions">
          <Button icon={Phone}>联系客户</Button>
          <Button icon={Printer} whyNot="打印机未连接，请到「设置 · 打印」检查">打印</Button>
          <Button kind="primary">提交报价</Button>
          <Menu label="更多操作" items={[
            { id: 'split', text: '拆分工单', onPick: () => {} },
            { id: 'copy', text: '复制为新工单', whyNot: '本单还未结算', onPick: () => {} },
            { id: 'void', text: '作废工单…', destructive: true, separated: true, onPick: () => setAsking(true) }]} />
        </span>
      </div>
      <Steps label="进度" steps={['接车', '报价', '派工', '施工', '质检', '结算', '交车'].map((text, at) => ({ id: text, text, note: notes[at], state: state[at] ?? 'coming' }))} />
      {asking && (
        <ConfirmDialog title="作废工单" confirmText="作废工单" reason={{ label: '作废原因', placeholder: '例如：客户改期', missing: '请写明作废原因' }} onConfirm={() => setAsking(false)} onClose={() => setAsking(false)}>
          作废后 {job.plate} 的 3 项领料将退回库房，此操作会记入日志。
        </ConfirmDialog>
      )}
    </div>
  )
}

function JobLines() {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <TotalsStrip label="各付款方合计" totals={[
        { payer: 'customer', text: '客户自费', fen: 58860 }, { payer: 'warranty', text: '厂家保修', fen: 30000 }, { payer: 'insurer', text: '保险理赔', fen: 61200 },
        { payer: 'goodwill', text: '站方善意', fen: 30000 }, { payer: 'internal', text: '内部承担', fen: 56800 }]} />
      <DataTable label="工时与配件" rows={sampleLines} rowKey={(row) => row.id} minimumWidth={560} onOpen={() => {}}
        columns={[
          { id: 'kind', header: '类', cell: (row) => row.kind, width: 48 },
          { id: 'text', header: '项目 / 配件', cell: (row) => <>{row.text} <span className="k-quiet-text">{row.code}</span></> },
          { id: 'quantity', header: '数量', align: 'end', cell: (row) => <Quantity thousandths={row.thousandths} unit={row.unit} />, width: 64 },
          { id: 'price', header: '单价', align: 'end', cell: (row) => formatAmount(row.priceFen), width: 76 },
          { id: 'discount', header: '折', align: 'end', cell: (row) => row.discount, width: 48 },
          { id: 'sum', header: '金额', align: 'end', cell: (row) => <strong>{formatAmount(row.sumFen)}</strong>, width: 84 },
          { id: 'payer', header: '付方', align: 'center', cell: (row) => <PayerTag payer={row.payer} short={row.short} full={row.full} />, width: 52 },
          { id: 'progress', header: '进度', cell: (row) => row.progress, width: 68 },
        ]}
        footer={<><span className="k-row"><Button icon={Plus} keyCap="A" onPress={() => setAdding(true)}>加工时</Button><Button icon={Plus} keyCap="P" onPress={() => setAdding(true)}>加配件</Button></span><span>合计 7 项&ensp;<Money fen={252060} strong /></span></>} />
      {adding && <AddLine onClose={() => setAdding(false)} />}
    </>
  )
}

function AddLine({ onClose }: { onClose: () => void }) {
  const [price, setPrice] = useState<number | null>(5680)
  const [amount, setAmount] = useState<number | null>(4500)
  return (
    <Dialog title="加配件" onClose={onClose} onSubmit={onClose} footer={<><Button onPress={onClose}>取消</Button><Button kind="primary" submit>加入工单</Button></>}>
      <div className="k-form">
        <div className="k-form-whole"><Typeahead label="配件" required placeholder="名称、编码或拼音" search={searchJobs} onPick={() => {}} create={{ text: (query) => `新建配件「${query}」`, onCreate: () => {} }} /></div>
        <QuantityField label="数量" value={amount} onChange={setAmount} unit="L" required />
        <MoneyField label="单价" value={price} onChange={setPrice} hint={amount !== null && price !== null ? `小计 ${formatFen(Math.round((amount * price) / 1000))}` : undefined} />
      </div>
    </Dialog>
  )
}

function JobSide() {
  return (
    <>
      <Section title="客户与车辆">
        <Facts facts={[
          { id: 'who', label: '客户', value: '高一航 139****0000' }, { id: 'car', label: '车型', value: '2024款 云岭 X5 四驱' },
          { id: 'vin', label: 'VIN', value: 'LYLX5KAK389185331' }, { id: 'km', label: '里程', value: '20,356 km' }]} />
      </Section>
      <Section title="进程">
        <Timeline label="进程" entries={[
          { id: '1', time: '13:02', who: '顾一', text: '接车登记，环检照片 12 张，客户已签字' },
          { id: '2', time: '13:20', who: '顾一', text: '报价 ¥2,520.60，客户微信确认' },
          { id: '3', time: '13:41', who: '调度 周二', text: '派工至 B03 工位 / 徐三' },
          { id: '4', time: '14:56', who: '徐三', text: '发现前刹车片厚度 2 mm，申请增项，上传照片 3 张', tone: 'warn' },
          { id: '5', time: '15:20', who: '库房 钱四', text: '出库 YL-04465 ×1，领料单 LL26110982' }]} />
      </Section>
    </>
  )
}
