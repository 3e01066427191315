import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { whyNotEditLines } from '../../repair-orders/domain/lines.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { seeCampaignsOfCar, takeUp, type CampaignOfCar } from '../contract.ts'
import { campaignPermissions } from '../permissions.ts'
import { toneOfState } from './tones.ts'
import { campaignTexts } from './texts.ts'
import './campaigns.css'

function useCampaignsOf(plate: string): readonly CampaignOfCar[] {
  const may = useMay()
  const normal = normalPlate(plate)
  const { data } = useReading(seeCampaignsOfCar, { query: { plate: normal } }, { enabled: may(campaignPermissions.see) && whyNotPlate(normal) === null })
  return data?.rows ?? []
}

const isOpen = ({ state, inForce }: CampaignOfCar): boolean => state === 'open' && inForce

function useTitle(): (one: Pick<CampaignOfCar, 'code' | 'titleZh' | 'titleEn'>) => string {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const english = useLanguage() === 'en'
  return ({ code, titleZh, titleEn }) => t('campaigns.one', { code, title: english ? titleEn : titleZh })
}

/** On the order, from reception on: what the maker wants done on this car, and its lines by one touch. */
export function OrderCampaigns({ order }: { order: OrderView }) {
  const open = useCampaignsOf(order.plate).filter(isOpen)
  if (open.length === 0 || order.closedAt !== null) return null
  return <div className="campaign-banner">{open.map((one) => <OpenCampaign key={one.id} one={one} order={order} />)}</div>
}

function OpenCampaign({ one, order }: { one: CampaignOfCar; order: OrderView }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const titleOf = useTitle()
  const may = useMay()
  const toast = useToast()
  const deed = useDeed(takeUp, () => toast({ text: t('campaigns.taken-up') }))
  const take = may(repairOrderPermissions.estimate)
    ? <Button busy={deed.busy} whyNot={t.refusal(whyNotEditLines(order))} onPress={() => deed.run({ params: { campaignId: one.id, orderId: order.id }, body: { version: order.version } })}>{t('campaigns.take-up')}</Button> : undefined
  return (
    <>
      <Notice tone="warn" title={t(`campaigns.banner-${one.kind}`)} action={take}>{titleOf(one)}</Notice>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}

/** Where a car is looked at without an order: all of them with where they stand; `openOnly` shows what is still to be done. */
export function CarCampaigns({ plate, openOnly = false }: { plate: string; openOnly?: boolean }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const titleOf = useTitle()
  const rows = useCampaignsOf(plate)
  const open = rows.filter(isOpen)
  const banners = open.map((one) => <Notice key={one.id} tone="warn" title={t(`campaigns.banner-${one.kind}`)}>{titleOf(one)}</Notice>)
  if (openOnly) return open.length === 0 ? null : <div className="campaign-banner">{banners}</div>
  if (rows.length === 0) return null
  return (
    <Section title={t('campaigns.of-car')}>
      <div className="campaign-banner">
        {banners}
        {rows.filter((row) => !isOpen(row)).map((row) => (
          <p key={row.id} className="campaign-facts">
            <StatusTag tone={toneOfState[row.state]} text={t(`campaigns.state.${row.state}`)} /><span>{titleOf(row)}</span>
            {row.orderNumber === null ? null : <span className="k-quiet-text">{t(row.state === 'done' ? 'campaigns.done-on' : 'campaigns.on-order', { number: row.orderNumber })}</span>}
          </p>
        ))}
      </div>
    </Section>
  )
}
