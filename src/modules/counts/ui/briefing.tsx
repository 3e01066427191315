import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { readBriefing } from '../contract.ts'
import { countPermissions } from '../permissions.ts'
import { countTexts } from './texts.ts'

/** What the counters are told, and the word of who counts that he has read it: the day before (PTS-8.2), else at the shelves. */
export function Briefing({ countId, briefing, unread, main = false }: { countId: string; briefing: string; unread: boolean; main?: boolean }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const may = useMay()
  const toast = useToast()
  const deed = useDeed(readBriefing, () => toast({ text: t('counts.read-recorded') }))
  return (
    <section className="k-stack" aria-label={t('counts.briefing')}>
      <div className="counts-briefing"><h3>{t('counts.briefing')}</h3><p>{briefing}</p></div>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {unread && may(countPermissions.count) ? <div className="counts-deeds"><Button kind={main ? 'primary' : 'plain'} wide={main} busy={deed.busy} onPress={() => deed.run({ params: { countId }, body: {} })}>{t('counts.read')}</Button></div> : null}
    </section>
  )
}
