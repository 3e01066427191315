import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { seePolicy } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { AddDeviceDialog, DeviceList } from './devices.tsx'
import { PolicyDialog } from './policy-dialog.tsx'
import { organisationTexts } from './texts.ts'
import { usePositions } from './use-positions.ts'
import './administration.css'

/** How one signs in here, and on which shared tablets. */
export function AccessPage() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const may = useMay()
  const [tab, setTab] = useState('policy')
  const [adding, setAdding] = useState(false)
  return (
    <PageFrame fill title={t('organisation.access')}
      actions={tab === 'devices' && may(organisationPermissions.maintainDevices) ? <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>{t('organisation.add-device')}</Button> : undefined}
      tabs={{ label: t('organisation.access'), current: tab, onChange: setTab, tabs: [{ id: 'policy', text: t('organisation.policy') }, { id: 'devices', text: t('organisation.devices') }] }}>
      {tab === 'policy' ? <PolicyTab /> : <DeviceList />}
      {adding ? <AddDeviceDialog onClose={() => setAdding(false)} /> : null}
    </PageFrame>
  )
}

function PolicyTab() {
  const sentence = useSentence()
  const policy = useReading(seePolicy, {})
  if (policy.isPending) return <LoadBar busy />
  if (policy.isError) return <LoadError state={{ error: sentence(policy.error), onRetry: () => { void policy.refetch() } }} />
  return <Policy policy={policy.data} />
}

function Policy({ policy }: { policy: AnswerOf<typeof seePolicy> }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const mayEdit = useMay()(organisationPermissions.maintainPolicy)
  const { nameOf } = usePositions()
  const [editing, setEditing] = useState(false)
  const demanded = t.list(policy.secondFactorPositions.map(nameOf))
  return (
    <div className="k-panel k-panel-body admin-narrow">
      <Facts layout="columns" facts={[
        { id: 'length', label: t('organisation.password-length'), value: policy.passwordLength },
        { id: 'kinds', label: t('organisation.password-kinds'), value: policy.passwordKinds },
        { id: 'days', label: t('organisation.password-days'), value: policy.passwordDays === 0 ? t('organisation.without-end') : policy.passwordDays },
        { id: 'history', label: t('organisation.password-history'), value: policy.passwordHistory },
        { id: 'idle', label: t('organisation.tablet-idle'), value: policy.tabletIdleMinutes },
        { id: 'factor', label: t('organisation.second-factor-for'), value: demanded === '' ? t('organisation.nobody-demanded') : demanded, wide: true },
      ]} />
      <Notice tone="info">{t('organisation.policy-note')}</Notice>
      {mayEdit ? <div><Button kind="primary" onPress={() => setEditing(true)}>{t('organisation.edit')}</Button></div> : null}
      {editing ? <PolicyDialog policy={policy} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}
