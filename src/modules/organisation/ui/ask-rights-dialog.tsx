import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askForRights, type seeRights } from '../contract.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { ChangedRights } from './right-changes.tsx'
import { organisationTexts } from './texts.ts'

export type AskRightsProps = { position: string; rights: AnswerOf<typeof seeRights>; grants: string[]; revokes: string[]; onClose: () => void; onDone: () => void }

export function AskRightsDialog({ position, rights, grants, revokes, onClose, onDone }: AskRightsProps) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const toast = useToast()
  const deed = useDeed(askForRights, ({ alone }) => { toast({ text: t(alone ? 'organisation.alone-done' : 'organisation.asked-done') }); onDone() })
  const known = rights.positions.find(({ code }) => code === position)
  return (
    <ReasonDialog title={t('organisation.ask-change')} kind="primary" deed={deed} onClose={onClose} onConfirm={(reason) => deed.run({ body: { position, grants, revokes, reason } })} question={(
      <div className="k-stack">
        <strong>{(language === 'en' ? known?.en : known?.zh) ?? position}</strong>
        <ChangedRights rights={rights} grants={grants} revokes={revokes} />
        <p>{t('organisation.ask-question', { grants: grants.length, revokes: revokes.length })}</p>
      </div>
    )} />
  )
}
