import { useState } from 'react'
import { Button } from '../button.tsx'
import { CheckField, ChoiceField, SelectField } from '../choice-fields.tsx'
import { Notice } from '../notice.tsx'
import { MoneyField, NumberField, PercentField, QuantityField } from '../number-fields.tsx'
import { PageFrame } from '../page-frame.tsx'
import { Section } from '../section.tsx'
import { SignaturePad } from '../signature-pad.tsx'
import { Plate } from '../tag.tsx'
import { DateTimeField, TextAreaField, TextField } from '../text-fields.tsx'
import { Typeahead, type TypeaheadOption } from '../typeahead.tsx'
import { searchJobs } from './gallery-shell.tsx'

export function FieldsPage() {
  return (
    <PageFrame title="接车登记" note={<Plate text="沪A·D12345" />} actions={<><Button>存为草稿</Button><Button kind="primary">完成接车</Button></>}>
      <div className="k-stack">
        <Notice tone="warn" title="保修将在 12 天后到期" action={<Button size="desk">查看条款</Button>}>请提醒客户在 2026-12-05 前完成首保。</Notice>
        <Section title="客户与车辆" panel><CarForm /></Section>
        <Section title="金额与数量" panel><NumberForm /></Section>
        <Section title="客户签字" panel><Sign /></Section>
      </div>
    </PageFrame>
  )
}

function CarForm() {
  const [customer, setCustomer] = useState<TypeaheadOption | null>({ id: '1', primary: '高一航', secondary: '139****0000' })
  const [phone, setPhone] = useState('1390000')
  const [wish, setWish] = useState('')
  const [kind, setKind] = useState<'care' | 'repair' | 'accident' | null>(null)
  const [way, setWay] = useState<'wait' | 'leave' | 'fetch'>('wait')
  const [when, setWhen] = useState('2026-11-23T16:30')
  const [day, setDay] = useState('')
  const [washed, setWashed] = useState(true)
  const [agreed, setAgreed] = useState(false)
  return (
    <div className="k-form">
      <Typeahead label="客户" required picked={customer} onPick={setCustomer} onClear={() => setCustomer(null)} search={searchJobs} placeholder="姓名或手机号" />
      <TextField label="手机号" required type="tel" inputMode="tel" value={phone} onChange={setPhone} error="手机号应为 11 位，现在是 7 位" />
      <SelectField label="维修类型" required value={kind} onChange={setKind} placeholder="请选择" choices={[{ value: 'care', text: '保养' }, { value: 'repair', text: '一般维修' }, { value: 'accident', text: '事故车' }]} />
      <ChoiceField label="取车方式" value={way} onChange={setWay} choices={[{ value: 'wait', text: '到店等候' }, { value: 'leave', text: '留店' }, { value: 'fetch', text: '代步送车', disabled: true }]} />
      <DateTimeField label="承诺交车" kind="datetime" value={when} onChange={setWhen} required hint="本店今日 18:30 后不交车" />
      <DateTimeField label="首次上牌" kind="date" value={day} onChange={setDay} />
      <TextField label="VIN" value="LYLX5KAK389185331" onChange={() => {}} readOnly />
      <TextField label="推荐人" value="" onChange={() => {}} disabled placeholder="首次到店才可填写" />
      <div className="k-form-whole"><TextAreaField label="客户诉求" value={wish} onChange={setWish} placeholder="用客户的原话记录，例如：冷车起步时前轮有异响" /></div>
      <CheckField label="完工后洗车" checked={washed} onChange={setWashed} />
      <CheckField label="客户同意带走旧件" checked={agreed} onChange={setAgreed} error="请与客户确认旧件去向" />
    </div>
  )
}

function NumberForm() {
  const [km, setKm] = useState<number | null>(20356)
  const [fen, setFen] = useState<number | null>(139020)
  const [share, setShare] = useState<number | null>(3_333)
  const [oil, setOil] = useState<number | null>(4500)
  return (
    <div className="k-form">
      <NumberField label="里程" value={km} onChange={setKm} unit="km" name="mileage" />
      <MoneyField label="预估金额" value={fen} onChange={setFen} name="money" />
      <QuantityField label="机油" value={oil} onChange={setOil} unit="L" />
      <PercentField label="分摊比例" value={share} onChange={setShare} />
      <MoneyField label="抹零" value={null} onChange={() => {}} disabled />
      <output className="k-unseen" data-testid="money">{fen}</output>
    </div>
  )
}

function Sign() {
  const [signed, setSigned] = useState<string | null>(null)
  return (
    <div className="k-stack">
      <SignaturePad label="客户签字" required value={signed} onChange={setSigned} hint="请客户在此处签名，确认环检结果与预估金额" />
      <div className="k-row"><Button size="phone">重签</Button><Button size="phone" kind="primary">确认签字</Button></div>
    </div>
  )
}
