import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { recordConsent, type CustomerView } from '../contract.ts'
import { consentChannels, consentPurposes, type ConsentChannel, type ConsentPurpose } from '../domain/kinds.ts'
import { customerPermissions } from '../permissions.ts'
import { customerTexts } from './texts.ts'
import './customers.css'

type Asking = { purpose: ConsentPurpose; granted: boolean }

/** The last word of each purpose, and the way to record the next. */
export function Consents({ customer }: { customer: CustomerView }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const moments = useMoments()
  const mayRecord = useMay()(customerPermissions.recordConsent) && customer.mergedInto === null
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <ul className="customer-consents">
      {consentPurposes.map((purpose) => {
        const last = customer.consents.find((consent) => consent.purpose === purpose)
        const granted = last?.granted ?? false
        return (
          <li key={purpose}>
            <span>{t(`customers.purpose.${purpose}`)}</span>
            <StatusTag tone={last === undefined ? 'neutral' : granted ? 'active' : 'warn'} text={t(last === undefined ? 'customers.never-asked' : granted ? 'customers.granted' : 'customers.withdrawn')} />
            {last === undefined ? null : <span className="k-quiet-text">{moments.full(last.at)} · {t(`customers.channel.${last.channel}`)} · {last.personName}</span>}
            {mayRecord ? <Button size="desk" kind="quiet" onPress={() => setAsking({ purpose, granted: !granted })}>{t(granted ? 'customers.withdraw' : 'customers.grant')}</Button> : null}
          </li>
        )
      })}
      {asking === null ? null : <ConsentDialog customerId={customer.id} asking={asking} onClose={() => setAsking(null)} />}
    </ul>
  )
}

function ConsentDialog({ customerId, asking, onClose }: { customerId: string; asking: Asking; onClose: () => void }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const toast = useToast()
  const [channel, setChannel] = useState<ConsentChannel>('counter')
  const deed = useDeed(recordConsent, () => { toast({ text: t('customers.consent-recorded') }); onClose() })
  const deedName = t(asking.granted ? 'customers.grant' : 'customers.withdraw')
  return (
    <Dialog title={`${deedName} · ${t(`customers.purpose.${asking.purpose}`)}`} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { customerId }, body: { ...asking, channel } })}
      footer={<Button kind="primary" submit busy={deed.busy}>{deedName}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('customers.channel')} value={channel} onChange={setChannel} wide choices={consentChannels.map((value) => ({ value, text: t(`customers.channel.${value}`) }))} />
      </div>
    </Dialog>
  )
}
