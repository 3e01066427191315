import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { checkKinds, seeChecks } from '../contract.ts'
import { assuranceTexts } from './texts.ts'
import './assurance.css'

type Check = AnswerOf<typeof seeChecks>['checks'][number]

/** Trust that can be seen: what the system found when it checked itself, and when it was last backed up. */
export function ChecksPage() {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const sentence = useSentence()
  const { full } = useMoments()
  const { data, isError, error } = useReading(seeChecks, {})
  const sealed = data?.sealed
  return (
    <PageFrame title={t('assurance.checks-title')}>
      {isError ? <Notice tone="danger">{sentence(error)}</Notice> : null}
      {data === undefined ? <Skeleton lines={8} /> : (
        <div className="assurance-checks">
          {checkKinds.map((kind) => <CheckSection key={kind} kind={kind} check={data.checks.find((check) => check.kind === kind) ?? null} />)}
          <Section panel title={t('assurance.sealed')}>
            <p>{sealed === undefined || sealed.headAt === null ? t('assurance.never-sealed') : t('assurance.sealed-text', { blocks: sealed.blocks, at: full(sealed.headAt), waiting: sealed.waiting })}</p>
          </Section>
        </div>
      )}
    </PageFrame>
  )
}

function CheckSection({ kind, check }: { kind: Check['kind']; check: Check | null }) {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const { full } = useMoments()
  const tag = check === null ? <StatusTag tone="neutral" text={t('assurance.not-yet')} />
    : <StatusTag tone={check.sound ? 'done' : 'danger'} text={t(check.sound ? 'assurance.sound' : 'assurance.not-sound')} />
  return (
    <Section panel title={t(`assurance.kind.${kind}`)} actions={tag}>
      <p className="k-quiet-text">{t(`assurance.kind-note.${kind}`)}</p>
      {check === null ? null : (
        <>
          <p>{t('assurance.ended', { at: full(check.endedAt), seconds: check.seconds.toFixed(1) })}</p>
          <ul className="assurance-findings">{check.findings.map((finding) => <li key={finding}>{finding}</li>)}</ul>
        </>
      )}
    </Section>
  )
}
