import { useNavigate } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { planSheet, type PlanDetail } from '../contract.ts'
import { whyNotApprove, whyNotChange, whyNotCorrect, whyNotDiscard, whyNotDraw, whyNotKind, whyNotSendBack, whyNotSubmit, whyNotUpload } from '../domain/plan.ts'
import { partsPlanPermissions as rights } from '../permissions.ts'
import { AskedDeed, type Asked } from './asked-deed.tsx'
import { DrawDialog } from './draw-dialog.tsx'
import { partsPlanTexts } from './texts.ts'

type Props = { plan: PlanDetail; chosen: ReadonlySet<string>; onDrawn: () => void }

/** What may be done with a plan now: submitted, decided by somebody else, uploaded, drawn from, corrected. */
export function PlanDeeds({ plan, chosen, onDrawn }: Props) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | 'draw' | null>(null)
  const plans = may(rights.plan) && whyNotKind(plan.kind, may(rights.planStock)) === null
  const decides = may(rights.approve) && whyNotSendBack(plan) === null
  const items: MenuItem[] = [
    ...(plan.planned === 0 ? [] : [{ id: 'file', icon: Download, text: t('parts-plan.download'), onPick: () => saveFile(planSheet, { params: { planId: plan.id } }) }]),
    ...(plans && whyNotCorrect(plan) === null ? [{ id: 'correct', text: t('parts-plan.correct'), separated: true, onPick: () => setAsked('correct') }] : []),
    ...(plans && whyNotDiscard(plan) === null ? [{ id: 'discard', text: t('parts-plan.discard'), destructive: true, separated: true, onPick: () => setAsked('discard') }] : []),
  ]
  return (
    <div className="k-row">
      {plans && whyNotChange(plan) === null ? <Button kind="primary" whyNot={t.refusal(whyNotSubmit(plan, plan.planned))} onPress={() => setAsked('submit')}>{t('parts-plan.submit')}</Button> : null}
      {decides ? (
        <>
          <Button onPress={() => setAsked('send-back')}>{t('parts-plan.send-back')}</Button>
          <Button kind="primary" whyNot={t.refusal(whyNotApprove(plan, plan.own))} onPress={() => setAsked('approve')}>{t('parts-plan.approve')}</Button>
        </>
      ) : null}
      {may(rights.upload) && whyNotUpload(plan) === null ? <Button kind="primary" onPress={() => setAsked('upload')}>{t('parts-plan.upload')}</Button> : null}
      {may(rights.planStock) && whyNotDraw(plan) === null
        ? <Button whyNot={chosen.size === 0 ? t('parts-plan.choose-parts') : null} onPress={() => setAsked('draw')}>{chosen.size === 0 ? t('parts-plan.draw') : t('parts-plan.draw-chosen', { count: chosen.size })}</Button> : null}
      {items.length === 0 ? null : <Menu label={t('parts-plan.more-deeds')} items={items} />}
      {asked === 'draw' ? <DrawDialog plan={plan} partIds={[...chosen].slice(0, 300)} onClose={(orderId) => { setAsked(null); if (orderId !== undefined) { onDrawn(); void navigate({ to: `/parts-orders/${orderId}` }) } }} /> : null}
      {asked === null || asked === 'draw' ? null : <AskedDeed id={asked} plan={plan} onClose={(planId) => { setAsked(null); if (planId !== undefined) void navigate({ to: `/parts-plans/${planId}` }) }} />}
    </div>
  )
}
