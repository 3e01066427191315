import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listMessages, sendAgain, type MessageRow } from '../contract.ts'
import { noticeTexts } from './texts.ts'

const tones: Readonly<Record<MessageRow['status'], Tone>> = { waiting: 'warn', sent: 'active', dead: 'danger', dropped: 'neutral' }

/** What left by mail and robots; what could not be delivered stands here with its last error until somebody sends it again. */
export function MessageList({ group }: { group: 'dead' | 'all' }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const w = useTexts(webZh, webEn)
  const toast = useToast()
  const moments = useMoments()
  const { rows, state, more } = usePages(listMessages, { group, limit: 40 })
  const deed = useDeed(sendAgain, () => toast({ text: t('notices.sent-again') }))
  const columns: Column<MessageRow>[] = [
    { id: 'made', header: t('notices.column.made'), width: 110, cell: ({ madeAt }) => moments.full(madeAt) },
    { id: 'to', header: t('notices.column.to'), width: 170, cell: ({ channel, to }) => `${t(`notices.channel.${channel}`)} · ${to}` },
    { id: 'notices', header: t('notices.column.notices'), width: 70, align: 'end', cell: ({ notices, test }) => (test ? t('notices.column.test') : notices) },
    { id: 'status', header: t('notices.column.status'), width: 116, cell: ({ status }) => <StatusTag tone={tones[status]} text={t(`notices.status.${status}`)} /> },
    { id: 'due', header: t('notices.column.due'), width: 110, cell: ({ dueAt, endedAt }) => moments.full(endedAt ?? dueAt) },
    { id: 'attempts', header: t('notices.column.attempts'), width: 60, align: 'end', cell: ({ attempts }) => attempts },
    { id: 'error', header: t('notices.column.error'), cell: ({ lastError }) => lastError },
    { id: 'deed', header: '', headerLabel: t('notices.column.deed'), width: 110, align: 'end', cell: ({ id, status }) => (status === 'dead' ? <Button size="desk" busy={deed.busy} onPress={() => deed.run({ params: { messageId: id }, body: {} })}>{t('notices.send-again')}</Button> : null) },
  ]
  return (
    <div className="k-stack">
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-panel">
        <DataTable label={t(group === 'dead' ? 'notices.tab.dead' : 'notices.tab.messages')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={900}
          empty={<EmptyState>{t(group === 'dead' ? 'notices.none-dead' : 'notices.none-messages')}</EmptyState>} footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
      </div>
    </div>
  )
}
