import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { seePerson } from '../contract.ts'
import { privacyPermissions } from '../permissions.ts'
import { EraseDialog, ExportDialog } from './demand-dialogs.tsx'
import { SeenList } from './seen-list.tsx'
import { privacyTexts } from './texts.ts'
import { useWhen } from './use-when.ts'

type Seen = AnswerOf<typeof seePerson>

export function PersonSheet({ customerId }: { customerId: string }) {
  const sentence = useSentence()
  const person = useReading(seePerson, { params: { customerId } })
  if (person.isPending) return <LoadBar busy />
  if (person.isError) return <LoadError state={{ error: sentence(person.error), onRetry: () => { void person.refetch() } }} />
  return <Sheet person={person.data} />
}

function Sheet({ person }: { person: Seen }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const language = useLanguage()
  const when = useWhen()
  const may = useMay()
  const [dialog, setDialog] = useState<'export' | 'erase' | null>(null)
  const close = () => setDialog(null)
  const gone = person.erasedAt !== null || person.mergedAway
  return (
    <article className="privacy-sheet" aria-label={person.name}>
      <header className="privacy-head">
        <h2>{person.name}</h2>
        {person.erasedAt === null ? null : <StatusTag tone="neutral" text={t('privacy.erased')} />}
        {person.asked ? <StatusTag tone="warn" text={t('privacy.waiting')} /> : null}
        <span className="privacy-deeds k-no-print">
          <Button icon={Printer} onPress={() => window.print()}>{t('privacy.print')}</Button>
          {!gone && may(privacyPermissions.export) ? <Button icon={Download} onPress={() => setDialog('export')}>{t('privacy.export')}</Button> : null}
          {!gone && may(privacyPermissions.ask) ? <Button kind="danger" onPress={() => setDialog('erase')} whyNot={person.asked ? t('privacy.asked-already') : null}>{t('privacy.erase')}</Button> : null}
        </span>
      </header>
      <Facts layout="columns" facts={[{ id: 'phone', label: t('privacy.phone'), value: person.phone }, { id: 'since', label: t('privacy.since'), value: when(person.since) }]} />
      <Section title={t('privacy.whether')}><Whether person={person} /></Section>
      <Section title={t('privacy.held')}>
        <ul className="privacy-held">{person.held.map((part) => <li key={part.en}><span>{language === 'en' ? part.en : part.zh}</span><span className="k-quiet-text">{t('privacy.rows', { count: part.rows })}</span></li>)}</ul>
      </Section>
      <Section title={t('privacy.seen')}><SeenList customerId={person.id} /></Section>
      {dialog === 'export' ? <ExportDialog customerId={person.id} onClose={close} /> : null}
      {dialog === 'erase' ? <EraseDialog customerId={person.id} onClose={close} /> : null}
    </article>
  )
}

/** All that stands against it, each with what it is about and until when. */
function Whether({ person: { erasedAt, mergedAway, holds } }: { person: Seen }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const when = useWhen()
  if (erasedAt !== null) return <Notice tone="info">{t('privacy.erased-at', { time: when(erasedAt) })}</Notice>
  if (mergedAway) return <Notice tone="warn">{t('privacy.merged-away')}</Notice>
  if (holds.length === 0) return <p>{t('privacy.may-be-erased')}</p>
  return (
    <>
      <p>{t('privacy.may-not-be-erased')}</p>
      <ul className="privacy-holds">{holds.map(({ code, about, until }) => <li key={`${code} ${about}`}>{t(code, { about, until: until ?? '' })}</li>)}</ul>
    </>
  )
}
