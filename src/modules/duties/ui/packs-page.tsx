import { Download, FileUp } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listPackFiles, packTemplate, packWorkbook, seePacks, switchPack } from '../contract.ts'
import { dutyPermissions } from '../permissions.ts'
import { useNameOf } from './duty-words.ts'
import { PackPreview } from './pack-preview.tsx'
import { SendPack } from './send-pack.tsx'
import { dutyTexts } from './texts.ts'
import './duties.css'

type Pack = AnswerOf<typeof seePacks>['rows'][number]

/** The manual that ships and the store's own: what each holds, the files it came from, on or off as a whole. */
export function PacksPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const mayEdit = useMay()(dutyPermissions.editManual)
  const { data, isError, error, isFetching, refetch } = useReading(seePacks, {})
  const [sending, setSending] = useState<Pack | 'new' | null>(null)
  const [looking, setLooking] = useState<string | null>(null)
  return (
    <PageFrame title={t('duties.packs')} actions={mayEdit ? <>
      <Button icon={Download} onPress={() => saveFile(packTemplate, { query: {} })}>{t('duties.pack.template')}</Button>
      <Button kind="primary" icon={FileUp} onPress={() => setSending('new')}>{t('duties.pack.new')}</Button>
    </> : undefined}>
      <div className="k-stack pack-page">
        <LoadBar busy={isFetching && data !== undefined} />
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {data === undefined ? <Skeleton kind="list" lines={4} /> : (
          <>
            <article className="duty-card k-panel"><div className="duty-head"><span className="duty-name">{t('duties.pack.default')}</span></div><p className="k-quiet-text">{t('duties.pack.shipped', { count: data.shipped })}</p></article>
            {data.rows.length === 0 ? <EmptyState>{t('duties.pack.none')}</EmptyState> : null}
            {data.rows.map((pack) => <PackCard key={pack.id} pack={pack} mayEdit={mayEdit} onSend={() => setSending(pack)} onLook={setLooking} />)}
          </>
        )}
        {sending === null ? null : <SendPack pack={sending === 'new' ? null : sending} onClose={() => setSending(null)} onSent={(fileId) => { setSending(null); setLooking(fileId) }} />}
        {looking === null ? null : <PackPreview fileId={looking} onClose={() => setLooking(null)} />}
      </div>
    </PageFrame>
  )
}

type PackCardProps = { pack: Pack; mayEdit: boolean; onSend: () => void; onLook: (fileId: string) => void }

function PackCard({ pack, mayEdit, onSend, onLook }: PackCardProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const [switching, setSwitching] = useState(false)
  return (
    <article className="k-panel pack-card" data-pack={pack.id}>
      <div className="duty-head">
        <h2 className="duty-title">{pack.id} · {nameOf(pack)}</h2>
        <StatusTag tone={pack.edition === 0 ? 'neutral' : pack.active ? 'active' : 'done'} text={pack.edition === 0 ? t('duties.pack.never') : pack.active ? t('duties.pack.on') : t('duties.pack.off')} />
      </div>
      {pack.edition === 0 ? null : <p className="k-quiet-text">{t('duties.pack.edition', { edition: pack.edition, count: pack.duties })}</p>}
      <div className="duty-deed">
        {mayEdit ? <Button icon={FileUp} onPress={onSend}>{t('duties.pack.next')}</Button> : null}
        {pack.duties === 0 ? null : <Button icon={Download} onPress={() => saveFile(packWorkbook, { params: { packId: pack.id } })}>{t('duties.pack.save')}</Button>}
        {mayEdit && pack.edition > 0 ? <Button kind={pack.active ? 'danger' : 'plain'} onPress={() => setSwitching(true)}>{t(pack.active ? 'duties.pack.switch-off' : 'duties.pack.switch-on')}</Button> : null}
      </div>
      <Files packId={pack.id} mayLook={mayEdit} onLook={onLook} />
      {switching ? <SwitchPack pack={pack} onClose={() => setSwitching(false)} /> : null}
    </article>
  )
}

function Files({ packId, mayLook, onLook }: { packId: string; mayLook: boolean; onLook: (fileId: string) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const files = useReading(listPackFiles, { params: { packId } }).data?.rows ?? []
  return (
    <Section title={t('duties.pack.files')}>
      <ul className="duty-list">
        {files.map((file) => (
          <li key={file.id} className="pack-file">
            <span className="duty-name">{file.fileName}</span>
            <span className="k-quiet-text">{t('duties.pack.file-line', { name: file.takenByName ?? file.personName, time: moments.full(file.takenAt ?? file.at) })}</span>
            {file.outcome === null ? null : <Outcome outcome={file.outcome} />}
            <StatusTag tone={file.edition === null ? 'warn' : 'info'} text={file.edition === null ? t('duties.pack.file-open') : t('duties.pack.file-edition', { edition: file.edition })} />
            {file.edition === null && mayLook ? <Button size="desk" onPress={() => onLook(file.id)}>{t('duties.pack.look')}</Button> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Outcome({ outcome }: { outcome: Readonly<Record<'new' | 'changed' | 'gone' | 'kept' | 'refused', number>> }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const said = (['new', 'changed', 'gone', 'kept', 'refused'] as const).filter((verdict) => outcome[verdict] > 0)
  return <span className="k-quiet-text">{said.map((verdict) => `${t(`duties.verdict.${verdict}`)} ${String(outcome[verdict])}`).join(' · ')}</span>
}

function SwitchPack({ pack, onClose }: { pack: Pack; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const deed = useDeed(switchPack, ({ made }) => { onClose(); toast({ text: t('duties.pack.switched', { count: made }) }) })
  const outcome = t(pack.active ? 'duties.pack.switch-off' : 'duties.pack.switch-on')
  return (
    <ConfirmDialog title={`${outcome} ${pack.id}`} confirmText={outcome} kind={pack.active ? 'danger' : 'primary'} busy={deed.busy} error={deed.error} reason={{ label: t('duties.edit-reason'), missing: t('duties.words-missing') }} onClose={onClose}
      onConfirm={(reason) => deed.run({ params: { packId: pack.id }, body: { version: pack.version, active: !pack.active, reason } })}>{t('duties.pack.switch-hint')}</ConfirmDialog>
  )
}
