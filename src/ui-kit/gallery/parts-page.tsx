import { Pencil, Plus, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton, linkButtonClass } from '../button.tsx'
import { BarChart, ColumnChart, Sparkline } from '../charts.tsx'
import { Dialog } from '../dialog.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Facts } from '../facts.tsx'
import { KeyCap } from '../key-cap.tsx'
import { ListPane } from '../list-pane.tsx'
import { Notice } from '../notice.tsx'
import { PageFrame } from '../page-frame.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { Section } from '../section.tsx'
import { SignaturePad } from '../signature-pad.tsx'
import { Skeleton } from '../skeleton.tsx'
import { Badge, PayerTag, Plate, StatusTag, type Payer, type Tone } from '../tag.tsx'
import { Tabs } from '../tabs.tsx'
import { useToast } from '../toast.tsx'

const tones: readonly (readonly [Tone, string])[] = [['neutral', '预约'], ['info', '接车中'], ['active', '施工中'], ['warn', '待料'], ['danger', '待客户确认'], ['settle', '待结算'], ['done', '已交车']]
const payers: readonly (readonly [Payer, string, string])[] = [['customer', '客', '客户自费'], ['warranty', '保', '厂家保修'], ['insurer', '险', '保险理赔'], ['free-maintenance', '免', '免费保养'], ['goodwill', '站', '站方善意'], ['internal', '内', '内部承担']]

export function PartsPage() {
  return (
    <PageFrame title="组件" note="每一件的各种样子">
      <div className="k-stack">
        <Section title="按钮" panel><Buttons /></Section>
        <Section title="标签与身份" panel>
          <div className="k-stack">
            <div className="k-row">{tones.map(([tone, text]) => <StatusTag key={tone} tone={tone} text={text} />)}</div>
            <div className="k-row">{payers.map(([payer, short, full]) => <PayerTag key={payer} payer={payer} short={short} full={full} />)}{payers.map(([payer, short, full]) => <PayerTag key={payer} payer={payer} short={short} full={full} whole />)}</div>
            <div className="k-row"><Plate text="沪A·D12345" /><Plate text="沪A·D12345" size="detail" /><KeyCap keys="Ctrl K" /><Badge count={12} /><Badge count={120} tone="danger" label="条待处理" /></div>
            <ProgressBar label="施工进度" done={3} whole={8} text="3 / 8 项" /><ProgressBar label="工位负荷" done={103} whole={100} tone="danger" />
          </div>
        </Section>
        <Section title="提示" panel>
          <div className="k-stack">
            <Notice tone="info">本单按厂家保修手册第 3 版计算工时。</Notice>
            <Notice tone="active" title="已同步">离线期间的 3 项操作都已送达。</Notice>
            <Notice tone="danger" title="报价没有提交" action={<Button size="desk" icon={RefreshCw}>重试</Button>}>网络中断，内容已存为草稿。</Notice>
          </div>
        </Section>
        <Section title="图表" panel><Charts /></Section>
        <Section title="车辆档案" panel><CarFile /></Section>
        <Section title="空与加载" panel>
          <EmptyState action={<Button kind="primary" icon={Plus}>新建预约</Button>}>明天还没有预约。</EmptyState>
          <Skeleton lines={4} />
        </Section>
        <div className="k-panel"><ListPane label="加载中的列表" rows={[]} rowKey={() => ''} row={() => ({ primary: '' })} onOpen={() => {}} state="loading" /></div>
      </div>
    </PageFrame>
  )
}

const cars = [31, 42, 38, null, 45, 52, 40].map((value, index) => ({ key: String(index), label: `11-${String(index + 10)}`, value }))

function Charts() {
  const show = (value: number | null) => (value === null ? '—' : String(value))
  return (
    <div className="k-stack">
      <ColumnChart label="台次，按日" points={cars} show={show} target={40} targetLabel="目标 40" tableTitle="数据表" groupTitle="日期" />
      <BarChart label="台次，按顾问" points={[{ key: 'a', label: '沈天宇', value: 177 }, { key: 'b', label: '顾芳', value: 135 }]} show={show} />
      <Sparkline label="台次" values={cars.map(({ value }) => value)} />
    </div>
  )
}

function Buttons() {
  const say = useToast()
  const [signing, setSigning] = useState(false)
  const [signed, setSigned] = useState<string | null>(null)
  return (
    <div className="k-row">
      <Button kind="primary" onPress={() => say({ text: '已提交报价，客户会收到确认链接', action: { text: '撤销', onPick: () => {} } })}>提交报价</Button>
      <Button icon={Pencil} onPress={() => setSigning(true)}>签字</Button>
      <Button kind="quiet">稍后再说</Button>
      <Button kind="danger" icon={Trash2} onPress={() => say({ text: '工单没有作废：还有 2 件未退库', tone: 'danger' })}>作废工单</Button>
      <Button icon={Plus} keyCap="A">加工时</Button>
      <Button kind="primary" keyCap="Enter">保存</Button>
      <Button busy>正在保存</Button>
      <Button kind="primary" whyNot="还有 1 项未质检，不能交车">交车</Button>
      <Button whyNot="请先勾选工单">批量派工</Button>
      <IconButton aria-label="刷新" icon={RefreshCw} /><IconButton aria-label="编辑" icon={Pencil} kind="plain" />
      <button type="button" className={linkButtonClass}>查看历史</button>
      {signing && (
        <Dialog title="客户签字" size="medium" onClose={() => setSigning(false)} footer={<><Button onPress={() => setSigned(null)}>重签</Button><Button kind="primary" whyNot={signed ? null : '请客户先签字'} onPress={() => setSigning(false)}>确认签字</Button></>}>
          <SignaturePad label="签字" hideLabel value={signed} onChange={setSigned} height={220} />
        </Dialog>
      )}
    </div>
  )
}

function CarFile() {
  const [tab, setTab] = useState('facts')
  return (
    <Tabs label="车辆档案" current={tab} onChange={setTab} tabs={[{ id: 'facts', text: '基本信息' }, { id: 'visits', text: '到店记录', count: 6 }, { id: 'parts', text: '配件' }]}>
      {tab === 'facts' ? <Facts layout="columns" facts={[
        { id: 'plate', label: '车牌', value: <Plate text="沪A·D12345" /> }, { id: 'car', label: '车型', value: '2024款 云岭 X5 四驱' }, { id: 'vin', label: 'VIN', value: 'LYLX5KAK389185331' },
        { id: 'km', label: '里程', value: '20,356 km' }, { id: 'owner', label: '车主', value: '高一航' }, { id: 'note', label: '备注', value: '客户希望旧件装箱带走；联系时间为工作日下午。', wide: true }]} /> : <EmptyState>这里还没有内容。</EmptyState>}
    </Tabs>
  )
}
