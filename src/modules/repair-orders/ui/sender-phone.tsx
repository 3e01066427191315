import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { MaskedPhone } from '../../customers/ui/public.tsx'
import { revealSender, type OrderView } from '../contract.ts'

/** The number of who brought the car, or asked for the quote; masked for whoever does not look after the car, until he asks for it. */
export function SenderPhone({ order }: { order: OrderView }) {
  const [revealed, setRevealed] = useState<string | null>(null)
  const deed = useDeed(revealSender, ({ phone }) => setRevealed(phone))
  const shown = revealed ?? order.reception?.senderPhone ?? order.quotedPhone
  return <MaskedPhone shown={shown === '' ? '–' : shown} busy={deed.busy} error={deed.error} onReveal={() => deed.run({ params: { orderId: order.id } })} />
}
