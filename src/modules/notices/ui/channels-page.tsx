import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSeenVersion, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeChannels, setTimes, testRobot, type RobotRow } from '../contract.ts'
import { MessageList } from './message-list.tsx'
import { RobotDialog } from './robot-dialog.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { noticeTexts } from './texts.ts'
import './notices.css'

type Channels = AnswerOf<typeof seeChannels>
const tabs = ['times', 'dead', 'messages'] as const
type Tab = (typeof tabs)[number]

/** How notices leave the house: quiet hours, robots, and what could not be delivered. */
export function ChannelsPage() {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const sentence = useSentence()
  const [tab, setTab] = useState<Tab>('times')
  const { data, isError, error, refetch } = useReading(seeChannels, {})
  return (
    <PageFrame title={t('notices.channels')} note={data === undefined ? undefined : t(data.mailServer ? 'notices.mail-server-on' : 'notices.mail-server-off')}
      tabs={{ label: t('notices.channels'), tabs: tabs.map((id) => ({ id, text: t(`notices.tab.${id}`) })), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? 'times') }}>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {tab === 'times' ? data === undefined ? <Skeleton kind="list" lines={6} /> : <div className="k-stack channel-part"><Times channels={data} /><Robots robots={data.robots} /></div> : null}
      {tab === 'dead' ? <MessageList key="dead" group="dead" /> : null}
      {tab === 'messages' ? <MessageList key="all" group="all" /> : null}
    </PageFrame>
  )
}

function Times({ channels }: { channels: Channels }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const toast = useToast()
  const [{ quietFrom, quietUntil, digestAt }, setWish] = useState(channels)
  const deed = useDeed(setTimes, () => toast({ text: t('notices.saved') }))
  const seen = useSeenVersion(channels.version, deed)
  const field = (name: 'quietFrom' | 'quietUntil' | 'digestAt', label: string, value: string) =>
    <DateTimeField kind="time" label={label} name={name} value={value} onChange={(time) => setWish((before) => ({ ...before, [name]: time }))} required />
  return (
    <Section title={t('notices.times')} panel>
      <form className="k-stack" noValidate onSubmit={(event) => { event.preventDefault(); deed.run({ body: { quietFrom, quietUntil, digestAt, version: seen } }) }}>
        <p className="k-quiet-text">{t('notices.times-note', { zone: channels.timeZone })}</p>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="channel-times">{field('quietFrom', t('notices.quiet-from'), quietFrom)}{field('quietUntil', t('notices.quiet-until'), quietUntil)}{field('digestAt', t('notices.digest-at'), digestAt)}</div>
        <div><Button kind="primary" submit busy={deed.busy}>{t('notices.save')}</Button></div>
      </form>
    </Section>
  )
}

function Robots({ robots }: { robots: readonly RobotRow[] }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const [open, setOpen] = useState<RobotRow | 'new' | null>(null)
  return (
    <Section title={t('notices.robots')} panel actions={<Button onPress={() => setOpen('new')}>{t('notices.add-robot')}</Button>}>
      <div className="k-stack">
        <p className="k-quiet-text">{t('notices.robot-privacy')}</p>
        {robots.length === 0 ? <EmptyState>{t('notices.no-robots')}</EmptyState> : null}
        <ul className="notice-list">{robots.map((robot) => <OneRobot key={robot.id} robot={robot} onEdit={() => setOpen(robot)} />)}</ul>
        {open === null ? null : <RobotDialog robot={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </div>
    </Section>
  )
}

function OneRobot({ robot, onEdit }: { robot: RobotRow; onEdit: () => void }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const [testing, setTesting] = useState<string | null>(null)
  const deed = useDeed(testRobot, ({ messageId }) => setTesting(messageId))
  return (
    <li className="notice-card k-panel" data-robot={robot.name}>
      <div className="notice-head">
        <strong>{robot.name}</strong><StatusTag tone="info" text={t(`notices.robot-kind.${robot.kind}`)} />
        {robot.active ? null : <StatusTag tone="neutral" text={t('notices.robot-off')} />}
        <span className="k-quiet-text" translate="no">{robot.host}</span>
        {robot.signed ? <span className="k-quiet-text">{t('notices.robot-signed')}</span> : null}
      </div>
      <p className="robot-facts k-quiet-text">{robot.kinds.length === 0 ? t('notices.no-kinds') : robot.kinds.map((kind) => t(`notices.kind.${kind}`)).join(' · ')}</p>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {testing === null ? null : <TestOutcome messageId={testing} />}
      <div className="notice-deed"><Button busy={deed.busy} onPress={() => deed.run({ params: { robotId: robot.id }, body: {} })}>{t('notices.test')}</Button><Button onPress={onEdit}>{t('notices.edit-robot')}</Button></div>
    </li>
  )
}
