import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { inquiryGroups, listInquiries } from '../contract.ts'
import { supplierPermissions } from '../permissions.ts'
import { AskDialog } from './ask-dialog.tsx'
import { InquirySheet } from './inquiry-sheet.tsx'
import { supplierTexts } from './texts.ts'
import { inquiryTones } from './tones.ts'
import './suppliers.css'

/** Several suppliers are asked, their quotes compared, one chosen. */
export function InquiriesPage() {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { inquiryId } = useParams({ strict: false }) as { inquiryId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/supplier-inquiries' : `/supplier-inquiries/${id}` }) }
  const [asking, setAsking] = useState(false)
  const title = t('suppliers.inquiries')
  return (
    <PageFrame title={title} fill actions={may(supplierPermissions.inquire) ? <Button kind={inquiryId === undefined ? 'primary' : 'plain'} onPress={() => setAsking(true)}>{t('suppliers.ask')}</Button> : null}>
      <SplitView showing={inquiryId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<InquiryList selected={inquiryId ?? null} onOpen={open} />}
        detail={inquiryId === undefined ? <EmptyState>{t('suppliers.pick-inquiry')}</EmptyState> : <InquirySheet key={inquiryId} inquiryId={inquiryId} />} />
      {asking ? <AskDialog onClose={(id) => { setAsking(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function InquiryList({ selected, onOpen }: { selected: string | null; onOpen: (inquiryId: string) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const [group, setGroup] = useState<(typeof inquiryGroups)[number]>('open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listInquiries, { group, find, limit: 40 })
  return (
    <ListPane label={t('suppliers.inquiries')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{find === '' ? t('suppliers.no-inquiries') : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('suppliers.inquiries')} hideLabel wide value={group} onChange={setGroup} choices={inquiryGroups.map((value) => ({ value, text: t(`suppliers.inquiry-group.${value}`) }))} />
          <FindField label={t('suppliers.find-inquiry')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: row.about, status: <StatusTag tone={inquiryTones[row.status]} text={t(`suppliers.inquiry.${row.status}`)} />, trailing: moments.time(row.askedAt),
        secondary: row.number, secondaryTrailing: t('suppliers.answers', { answered: row.answered, asked: row.asked }),
      })} />
  )
}
