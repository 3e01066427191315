import { useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listDue, lookForDue, proposeErasure, type DueRow } from '../contract.ts'
import { privacyPermissions } from '../permissions.ts'
import { privacyTexts } from './texts.ts'
import { useWhen } from './use-when.ts'

const mostAtOnce = 20

/** A proposal made by the retention job; people check, ask, and another one says yes. */
export function DueList() {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const w = useTexts(webZh, webEn)
  const when = useWhen()
  const toast = useToast()
  const mayAsk = useMay()(privacyPermissions.ask)
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const { rows, state, more } = usePages(listDue, { limit: 100 })
  const look = useDeed(lookForDue, ({ found }) => { setChecked(new Set()); toast({ text: t('privacy.looked', { count: found }) }) })
  const propose = useDeed(proposeErasure, ({ number }) => { setAsking(false); setChecked(new Set()); toast({ text: t('privacy.asked', { number }) }) })
  const wrong = checked.size === 0 || checked.size > mostAtOnce
  return (
    <div className="k-stack">
      <p className="k-quiet-text privacy-hint">{t('privacy.due-hint')}</p>
      {look.error === null ? null : <Notice tone="danger">{look.error}</Notice>}
      {mayAsk ? (
        <div className="privacy-deeds">
          <Button busy={look.busy} onPress={() => look.run({ body: {} })}>{t('privacy.look')}</Button>
          <Button kind="danger" onPress={() => setAsking(true)} whyNot={wrong ? t('privacy.pick-some') : null}>{t('privacy.propose', { count: checked.size })}</Button>
        </div>
      ) : null}
      <DataTable<DueRow> label={t('privacy.tab.due')} rows={rows} rowKey={({ id }) => id} state={state} empty={<EmptyState>{t('privacy.no-due')}</EmptyState>}
        {...(mayAsk ? { checked, onCheck: setChecked, rowName: ({ name }: DueRow) => name } : {})}
        footer={more === null ? undefined : <Button size="desk" onPress={more}>{w('web.more', { count: 100 })}</Button>}
        columns={[{ id: 'name', header: t('privacy.name'), cell: ({ name }) => name }, { id: 'last', header: t('privacy.last-at'), width: 140, cell: ({ lastAt }) => when(lastAt) }]} />
      {asking ? (
        <ConfirmDialog title={t('privacy.erase')} confirmText={t('privacy.propose', { count: checked.size })} busy={propose.busy} error={propose.error} reason={{ label: t('privacy.reason'), missing: t('privacy.reason-missing') }}
          onConfirm={(reason) => propose.run({ body: { customerIds: [...checked], reason } })} onClose={() => setAsking(false)}>{t('privacy.propose-question', { count: checked.size })}</ConfirmDialog>
      ) : null}
    </div>
  )
}
