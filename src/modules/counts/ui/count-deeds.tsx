import { useNavigate } from '@tanstack/react-router'
import { Download, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Route } from '../../../platform/contract.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { openPaper, saveFile } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatAmount } from '../../../ui-kit/exact-numbers.ts'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import * as contract from '../contract.ts'
import type { CountView } from '../contract.ts'
import { whyNotSubmit } from '../domain/differences.ts'
import { isBlind } from '../domain/life.ts'
import { whyNotCancel } from '../domain/plan.ts'
import { countPermissions } from '../permissions.ts'
import { countTexts } from './texts.ts'

type DeedId = 'agree' | 'prepare' | 'start' | 'finish' | 'submit' | 'adjust' | 'close' | 'cancel' | 'reverse'
type DeedFacts = { readonly right: PermissionEntry; readonly route: Route; readonly said: `counts.${'agreed' | 'prepared' | 'started' | 'finished' | 'submitted' | 'adjusted' | 'closed' | 'cancelled' | 'reversed'}` }

const deeds: Readonly<Record<DeedId, DeedFacts>> = {
  agree: { right: countPermissions.agree, route: contract.agreeCount, said: 'counts.agreed' },
  prepare: { right: countPermissions.count, route: contract.prepareCount, said: 'counts.prepared' },
  start: { right: countPermissions.count, route: contract.startCount, said: 'counts.started' },
  finish: { right: countPermissions.count, route: contract.finishCounting, said: 'counts.finished' },
  submit: { right: countPermissions.submit, route: contract.submitCount, said: 'counts.submitted' },
  adjust: { right: countPermissions.adjust, route: contract.adjustCount, said: 'counts.adjusted' },
  close: { right: countPermissions.plan, route: contract.closeCount, said: 'counts.closed' },
  cancel: { right: countPermissions.plan, route: contract.cancelCount, said: 'counts.cancelled' },
  reverse: { right: countPermissions.reverse, route: contract.reverseCount, said: 'counts.reversed' },
}

/** What may come next, in the order of the life of a count; the last one is the main button. */
function nextDeeds({ kind, status, agreedAt, preparedAt, uncounted, toRecount }: CountView & { uncounted: number }): DeedId[] {
  if (status === 'planned') return kind === 'rolling' ? ['start'] : [...(agreedAt === null ? ['agree' as const] : []), ...(preparedAt === null ? ['prepare' as const] : []), 'start']
  if (status === 'counting' || status === 'recounting') return uncounted === 0 && (toRecount === 0 || status === 'counting') ? ['finish'] : []
  if (status === 'explaining') return ['submit']
  return status === 'approved' ? ['adjust'] : status === 'adjusted' ? ['close'] : []
}

const asks: readonly DeedId[] = ['prepare', 'finish', 'submit', 'adjust', 'cancel', 'reverse']

export function CountDeeds({ count }: { count: CountView }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<DeedId | null>(null)
  const next = nextDeeds({ ...count, uncounted: count.lines - count.counted }).filter((id) => may(deeds[id].right))
  const counting = (count.status === 'counting' || count.status === 'recounting') && may(countPermissions.count)
  const whyNotStart = count.kind === 'full' && count.agreedAt === null ? t('counts.not-agreed') : count.kind === 'full' && count.preparedAt === null ? t('counts.not-prepared') : null
  const whyNot = (id: DeedId): string | null => (id === 'start' ? whyNotStart : id === 'submit' ? t.refusal(whyNotSubmit(count.status, count.unexplained ?? 0)) : null)
  return (
    <div className="counts-deeds">
      {counting ? <Button kind={next.length === 0 ? 'primary' : 'plain'} onPress={() => { void navigate({ to: `/counting/${count.id}` }) }}>{t('counts.go-count')}</Button> : null}
      {next.map((id, index) => <OneDeed key={id} id={id} count={count} main={index === next.length - 1} whyNot={whyNot(id)} onAsk={asks.includes(id) ? () => setAsked(id) : null} />)}
      <Menu label={t('counts.more-deeds')} items={menuItems(count, t, may, setAsked)} />
      {asked === null ? null : <AskedDeed id={asked} count={count} onClose={() => setAsked(null)} />}
    </div>
  )
}

type Texts = ReturnType<typeof useTexts<keyof typeof countTexts.zh>>

function menuItems(count: CountView, t: Texts, may: (needs: PermissionEntry) => boolean, ask: (id: DeedId) => void): MenuItem[] {
  return [
    { id: 'print', icon: Printer, text: t('counts.print'), whyNot: count.lines === 0 ? t('counts.nothing-to-print') : null, onPick: () => openPaper(contract.printCountSheet, { countId: count.id }) },
    { id: 'excel', icon: Download, text: t('counts.excel'), whyNot: isBlind(count.status) ? t('counts.still-blind') : null, onPick: () => saveFile(contract.differencesFile, { params: { countId: count.id } }) },
    ...(may(countPermissions.plan) && count.endedAt === null ? [{ id: 'cancel', text: t('counts.cancel'), destructive: true, separated: true, whyNot: t.refusal(whyNotCancel(count.status)), onPick: () => ask('cancel') }] : []),
    ...(may(countPermissions.reverse) && count.document !== null && count.status !== 'reversed' ? [{ id: 'reverse', text: t('counts.reverse'), destructive: true, separated: true, onPick: () => ask('reverse') }] : []),
  ]
}

function useCountDeed(id: DeedId, count: CountView, then: () => void) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const { route, said } = deeds[id]
  const deed = useDeed(route, () => { then(); toast({ text: t(said) }) })
  const run = (reason: string) => deed.run({ params: { countId: count.id }, body: { version: count.version, ...(id === 'cancel' || id === 'reverse' ? { reason } : {}) } })
  return { ...deed, run }
}

function OneDeed({ id, count, main, whyNot, onAsk }: { id: DeedId; count: CountView; main: boolean; whyNot: string | null; onAsk: (() => void) | null }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const deed = useCountDeed(id, count, () => {})
  return (
    <>
      <Button kind={main ? 'primary' : 'plain'} busy={deed.busy} whyNot={whyNot} onPress={() => { if (onAsk === null) deed.run(''); else onAsk() }}>{t(`counts.${id}`)}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}

/** Asks before what cannot be undone, or what others rely on. */
function AskedDeed({ id, count, onClose }: { id: DeedId; count: CountView; onClose: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const deed = useCountDeed(id, count, onClose)
  const reasoned = id === 'cancel' || id === 'reverse'
  const amount = (fen: number | null): string => (fen === null ? '—' : `¥${formatAmount(fen)}`)
  const words: Readonly<Partial<Record<DeedId, ReactNode>>> = {
    prepare: t('counts.prepare-question'), finish: t('counts.finish-question'), submit: t('counts.submit-question', { net: amount(count.netFen), absolute: amount(count.absoluteFen) }),
    adjust: t('counts.adjust-question'), cancel: t('counts.cancel-question'), reverse: t('counts.reverse-question'),
  }
  return (
    <ConfirmDialog title={t(`counts.${id}`)} confirmText={t(`counts.${id}`)} kind={reasoned ? 'danger' : 'primary'} busy={deed.busy} error={deed.error} onConfirm={deed.run} onClose={onClose}
      {...(reasoned ? { reason: { label: t('counts.reason'), missing: t('counts.reason-missing') } } : {})}>{words[id]}</ConfirmDialog>
  )
}
