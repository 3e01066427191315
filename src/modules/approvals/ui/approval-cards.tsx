import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Money, Plate, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { payers } from '../../catalogue/domain/payers.ts'
import { en as ordersEn } from '../../repair-orders/texts/en.ts'
import { zh as ordersZh } from '../../repair-orders/texts/zh-CN.ts'
import { useDeviationWords } from '../../repair-orders/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { approveDeviation, approveRequest, refuseDeviation, refuseRequest, withdrawRequest, type Approval, type OwnRequest } from '../contract.ts'
import { readCountFacts } from '../domain/count-facts.ts'
import { requestPages } from '../domain/request.ts'
import { approvalTexts } from './texts.ts'

const tones = { asked: 'warn', approved: 'done', refused: 'danger', withdrawn: 'neutral' } as const

function Card({ approval, tag, children }: { approval: Approval; tag: ReactNode; children: ReactNode }) {
  const t = useTexts(approvalTexts.zh, approvalTexts.en)
  const o = useTexts(ordersZh, ordersEn)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const saidWhy = useDeviationWords()
  const page = approval.kind === 'price-deviation' ? null : requestPages[approval.kind] ?? null
  const found = approval.kind === 'count-differences' ? readCountFacts(approval.detail) : null
  const payer = payers.find((one) => one === approval.detail)
  return (
    <article className="approval" aria-label={`${t(`approvals.kind.${approval.kind}`)} ${approval.orderId === null ? approval.nameZh : showPlate(approval.plate)}`}>
      <header className="approval-head">{approval.orderId === null ? null : <Plate text={showPlate(approval.plate)} />}{tag}<Money fen={approval.amountFen} strong /></header>
      <Facts layout="columns" facts={[
        { id: 'about', label: t('approvals.about'), value: page === null ? english ? approval.nameEn : approval.nameZh : <Link to={`${page}/${approval.subjectId}`}>{approval.nameZh}</Link>, wide: true },
        ...(approval.ruleFen === null || approval.ruleFen === 0 ? [] : [{ id: 'rule', label: t('approvals.rule-price'), value: <><Money fen={approval.ruleFen} /> {t(approval.amountFen < approval.ruleFen ? 'approvals.below-rule' : 'approvals.above-rule', { percent: (Math.abs(approval.amountFen - approval.ruleFen) / approval.ruleFen * 100).toFixed(1) })}</> }]),
        ...approval.prices.map(({ id, partNumber, nameZh, nameEn, unit, thousandths, priceFen, floorFen, costFen }) => ({
          id, label: `${english ? nameEn : nameZh} ${partNumber}`, wide: true,
          value: <><Quantity thousandths={thousandths} unit={unit} /> × <Money fen={priceFen} strong /> · {t('approvals.price-floor')} <Money fen={floorFen} />{costFen === null ? null : <> · {t('approvals.price-cost')} <Money fen={costFen} /></>}</>,
        })),
        { id: 'who', label: t('approvals.asked-by'), value: `${approval.askedBy}${approval.at === null ? '' : ` ${moments.time(approval.at)}`}` },
        ...(approval.orderId === null ? [] : [{ id: 'order', label: t('approvals.order'), value: <Link to={`/repair-orders/${approval.orderId}`}>{approval.orderNumber}</Link> }]),
        ...(payer === undefined ? [] : [{ id: 'to', label: t('approvals.moves-to'), value: o(`repair-orders.payer.${payer}`) }]),
        found === null ? { id: 'reason', label: t('approvals.reason'), value: saidWhy(approval.reason), wide: true }
          : { id: 'found', label: t('approvals.count-found'), value: <>{t('approvals.count-differences', { different: found.different, lines: found.lines })} · {t('approvals.count-value')} <Money fen={found.absoluteFen} /></>, wide: true },
      ]} />
      {children}
    </article>
  )
}

/** One deed of two owners: the card only knows yes and no. */
function useDecision(approval: Approval, then: (said: 'approvals.done' | 'approvals.refused') => void) {
  const yesToPrice = useDeed(approveDeviation, () => then('approvals.done'))
  const noToPrice = useDeed(refuseDeviation, () => then('approvals.refused'))
  const yesToRequest = useDeed(approveRequest, () => then('approvals.done'))
  const noToRequest = useDeed(refuseRequest, () => then('approvals.refused'))
  const { id, version } = approval
  const price = approval.kind === 'price-deviation'
  const deeds = price ? [yesToPrice, noToPrice] : [yesToRequest, noToRequest]
  return {
    busy: deeds.some(({ busy }) => busy), error: deeds.find(({ error }) => error !== null)?.error ?? null,
    approve: (reason: string) => (price ? yesToPrice.run({ params: { lineId: id }, body: { version } }) : yesToRequest.run({ params: { requestId: id }, body: { version, reason } })),
    refuse: (reason: string) => (price ? noToPrice.run({ params: { lineId: id }, body: { version, reason } }) : noToRequest.run({ params: { requestId: id }, body: { version, reason } })),
  }
}

export function ApprovalCard({ approval }: { approval: Approval }) {
  const t = useTexts(approvalTexts.zh, approvalTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null)
  const decision = useDecision(approval, (said) => { setAsking(null); toast({ text: t(said) }) })
  const close = () => setAsking(null)
  return (
    <Card approval={approval} tag={<StatusTag tone="warn" text={t(`approvals.kind.${approval.kind}`)} />}>
      <div className="approval-deeds">
        <Button onPress={() => setAsking('refuse')}>{t('approvals.refuse')}</Button>
        <Button kind="primary" onPress={() => setAsking('approve')}>{t('approvals.approve')}</Button>
      </div>
      {asking === 'approve' ? (
        <ConfirmDialog kind="primary" title={t(`approvals.kind.${approval.kind}`)} confirmText={t('approvals.approve')} busy={decision.busy} error={decision.error} onConfirm={decision.approve} onClose={close}
          {...(approval.kind === 'credit' ? { reason: { label: t('approvals.approval-note'), missing: t('approvals.approval-note-missing') } } : {})}>
          {t(`approvals.approve-question.${approval.kind}`)} {t(`approvals.amount.${approval.kind}`)} <Money fen={approval.amountFen} strong />
        </ConfirmDialog>
      ) : null}
      {asking === 'refuse' ? (
        <ConfirmDialog title={t('approvals.refuse')} confirmText={t('approvals.refuse')} busy={decision.busy} error={decision.error} reason={{ label: t('approvals.refusal-reason'), missing: t('approvals.refusal-reason-missing') }}
          onConfirm={decision.refuse} onClose={close}>{t('approvals.refuse-question')}</ConfirmDialog>
      ) : null}
    </Card>
  )
}

/** What I asked for and what became of it; still open, it can be taken back. */
export function OwnCard({ request }: { request: OwnRequest }) {
  const t = useTexts(approvalTexts.zh, approvalTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(withdrawRequest, () => { setAsking(false); toast({ text: t('approvals.withdrawn') }) })
  const said = [request.decidedBy, request.decisionReason].filter((part) => part !== null && part !== '')
  return (
    <Card approval={request} tag={<><StatusTag tone="neutral" text={t(`approvals.kind.${request.kind}`)} /><StatusTag tone={tones[request.state]} text={t(`approvals.state.${request.state}`)} /></>}>
      {said.length === 0 ? null : <p className="k-quiet-text">{said.length === 2 ? t('approvals.decided-by', { name: request.decidedBy ?? '', reason: request.decisionReason ?? '' }) : said[0]}</p>}
      {request.state === 'asked' ? <div className="approval-deeds"><Button onPress={() => setAsking(true)}>{t('approvals.withdraw')}</Button></div> : null}
      {asking ? (
        <ConfirmDialog title={t('approvals.withdraw')} confirmText={t('approvals.withdraw')} busy={deed.busy} error={deed.error} onConfirm={() => deed.run({ params: { requestId: request.id }, body: { version: request.version } })} onClose={() => setAsking(false)}>
          {t('approvals.withdraw-question')}
        </ConfirmDialog>
      ) : null}
    </Card>
  )
}
