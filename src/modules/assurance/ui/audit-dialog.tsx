import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { seeAudit } from '../contract.ts'
import { changesOf } from '../domain/changes.ts'
import { useDeedName, useSubjectName, type AuditFocus } from './deed-name.ts'
import { assuranceTexts } from './texts.ts'

type Props = { entryId: string; onClose: () => void; onFocus: (focus: AuditFocus) => void }

/** One entry in full: who, where from, and field by field what was and is. */
export function AuditDialog({ entryId, onClose, onFocus }: Props) {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const sentence = useSentence()
  const { full } = useMoments()
  const deedName = useDeedName()
  const subjectName = useSubjectName()
  const { data: entry, isError, error } = useReading(seeAudit, { params: { entryId } })
  if (entry === undefined) {
    return <Dialog title={t('assurance.title')} onClose={onClose}>{isError ? <Notice tone="danger">{sentence(error)}</Notice> : <Skeleton lines={6} />}</Dialog>
  }
  const changes = changesOf(entry.before, entry.after)
  const { personId, subjectId } = entry
  return (
    <Dialog size="wide" title={deedName(entry)} onClose={onClose}
      footer={<>
        {personId === null ? null : <Button onPress={() => onFocus({ personId })}>{t('assurance.only-person')}</Button>}
        {subjectId === null ? null : <Button kind="primary" onPress={() => onFocus({ subjectId })}>{t('assurance.only-record')}</Button>}
      </>}>
      <Facts layout="columns" facts={[
        { id: 'at', label: t('assurance.at'), value: full(entry.at) },
        { id: 'person', label: t('assurance.person'), value: `${entry.personName ?? t('assurance.system')} ${entry.positions.join(' ')}` },
        { id: 'result', label: t('assurance.result'), value: t(`assurance.result.${entry.result}`) },
        { id: 'record', label: t('assurance.record'), value: `${subjectName(entry.subject)} ${subjectId ?? ''}` },
        { id: 'request', label: t('assurance.request'), value: entry.requestId },
        { id: 'reason', label: t('assurance.reason'), value: entry.reason ?? '–' },
      ]} />
      {changes.length === 0 ? <EmptyState>{t('assurance.no-changes')}</EmptyState> : (
        <div className="assurance-scroll">
          <table className="assurance-changes">
            <thead><tr><th scope="col">{t('assurance.field')}</th><th scope="col">{t('assurance.before')}</th><th scope="col">{t('assurance.after')}</th></tr></thead>
            <tbody>{changes.map(({ field, before, after }) => <tr key={field}><th scope="row">{field}</th><td>{before}</td><td>{after}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
