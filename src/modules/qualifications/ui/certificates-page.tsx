import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endCertificate, listCertificates, type CertificateRow } from '../contract.ts'
import { qualificationPermissions } from '../permissions.ts'
import { RecordDialog } from './record-dialog.tsx'
import { qualificationTexts } from './texts.ts'
import './qualifications.css'

const tones = { valid: 'active', renew: 'warn', over: 'danger', 'not-yet': 'neutral' } as const
const sides = { all: () => true, due: ({ state }: CertificateRow) => state === 'renew' || state === 'over' } as const

/** Who holds what, and what is to be renewed. */
export function CertificatesPage() {
  const t = useTexts(qualificationTexts.zh, qualificationTexts.en)
  const sentence = useSentence()
  const mayRecord = useMay()(qualificationPermissions.record)
  const [side, setSide] = useState<keyof typeof sides>('all')
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState<CertificateRow | null>(null)
  const { data, isError, error, refetch } = useReading(listCertificates, {})
  const rows = data?.rows ?? []
  return (
    <PageFrame title={t('qualifications.title')} fill actions={mayRecord ? <Button kind="primary" icon={Plus} onPress={() => setRecording(true)}>{t('qualifications.record')}</Button> : null}>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? <LoadBar busy={!isError} /> : (
        <div className="k-panel certificates">
          <p className="k-quiet-text">{t('qualifications.hint')}</p>
          <ChoiceField label={t('qualifications.state')} hideLabel value={side} onChange={setSide}
            choices={[{ value: 'all', text: t('qualifications.all', { count: rows.length }) }, { value: 'due', text: t('qualifications.due', { count: rows.filter(sides.due).length }) }]} />
          <DataTable label={t('qualifications.title')} rows={rows.filter(sides[side])} rowKey={({ id }) => id} fill minimumWidth={620} onOpen={mayRecord ? setEnding : undefined}
            empty={<EmptyState>{t(side === 'all' ? 'qualifications.none' : 'qualifications.none-due')}</EmptyState>} columns={[
              { id: 'person', header: t('qualifications.person'), cell: ({ personName }) => personName },
              { id: 'kind', header: t('qualifications.kind'), width: 150, cell: ({ kind }) => t(`qualifications.kind.${kind}`) },
              { id: 'number', header: t('qualifications.number'), width: 180, cell: ({ number }) => number },
              { id: 'until', header: t('qualifications.valid-until'), width: 110, cell: ({ validUntil }) => validUntil },
              { id: 'state', header: t('qualifications.state'), width: 110, cell: ({ state }) => <StatusTag tone={tones[state]} text={t(`qualifications.state.${state}`)} /> },
            ]} />
        </div>
      )}
      {recording ? <RecordDialog onClose={() => setRecording(false)} /> : null}
      {ending === null ? null : <EndDialog certificate={ending} onClose={() => setEnding(null)} />}
    </PageFrame>
  )
}

function EndDialog({ certificate: { id: certificateId, personName: name, number, version }, onClose }: { certificate: CertificateRow; onClose: () => void }) {
  const t = useTexts(qualificationTexts.zh, qualificationTexts.en)
  const toast = useToast()
  const deed = useDeed(endCertificate, () => { toast({ text: t('qualifications.ended') }); onClose() })
  return (
    <ConfirmDialog title={t('qualifications.end')} confirmText={t('qualifications.end')} busy={deed.busy} error={deed.error} reason={{ label: t('qualifications.reason'), missing: t('qualifications.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { certificateId }, body: { version, reason } })} onClose={onClose}>{t('qualifications.end-question', { name, number })}</ConfirmDialog>
  )
}
