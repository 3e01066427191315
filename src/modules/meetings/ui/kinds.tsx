import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { CadenceField, meetingCadences, useWhenWords } from '../../duties/ui/public.tsx'
import { PositionChecks, usePositions } from '../../organisation/ui/public.tsx'
import { listKinds, setKind, type Kind } from '../contract.ts'
import { isCadence } from '../domain/kinds.ts'
import { meetingTexts } from './texts.ts'

const fresh: Kind = { code: '', nameZh: '', nameEn: '', convenor: 'STM', attendees: [], readers: [], cadence: '', active: true, version: 0 }

/** The meetings of the house as data: whoever keeps them changes what shipped and adds his own. */
export function Kinds() {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  const { nameOf } = usePositions()
  const whenWords = useWhenWords()
  const narrow = useMedia('(max-width: 700px)')
  const kinds = useReading(listKinds, {}).data?.rows ?? []
  const calledOf = ({ attendees }: Pick<Kind, 'attendees'>) => t.list(attendees.map(nameOf))
  const titleOf = ({ nameZh, nameEn }: Kind) => (english ? nameEn : nameZh)
  const cadenceOf = ({ cadence }: Kind) => (cadence === '' ? t('meetings.cadence.none') : whenWords(cadence))
  const [edited, setEdited] = useState<Kind | null>(null)
  return (
    <div className="k-stack">
      <div className="k-row"><Button onPress={() => setEdited(fresh)}>{t('meetings.add-kind')}</Button></div>
      {narrow ? <ul className="mt-list">{kinds.map((kind) => (
        <li key={kind.code} className="mt-card k-panel">
          <div className="mt-head"><span className="mt-name">{titleOf(kind)}</span><span className="k-quiet-text">{t(kind.active ? 'meetings.active' : 'meetings.inactive')}</span></div>
          <p>{t('meetings.convened-by', { position: nameOf(kind.convenor) })} · {cadenceOf(kind)}</p>
          <p className="k-quiet-text">{t.named(t('meetings.attendees'), calledOf(kind))}</p>
          <div className="mt-deed"><Button onPress={() => setEdited(kind)}>{t('meetings.open')}</Button></div>
        </li>
      ))}</ul> : (
        <DataTable label={t('meetings.kinds')} rows={kinds} rowKey={({ code }) => code} empty={<EmptyState>{t('meetings.none.all')}</EmptyState>} onOpen={setEdited} columns={[
          { id: 'name', header: t('meetings.kind'), width: '22%', cell: (kind) => <strong className="mt-wraps">{titleOf(kind)}</strong> },
          { id: 'convenor', header: t('meetings.convenor'), width: '15%', cell: ({ convenor }) => <span className="mt-wraps">{nameOf(convenor)}</span> },
          { id: 'attendees', header: t('meetings.attendees'), cell: ({ attendees }) => <span className="mt-wraps">{calledOf({ attendees })}</span> },
          { id: 'cadence', header: t('meetings.cadence'), width: '22%', cell: (kind) => <span className="mt-wraps">{cadenceOf(kind)}</span> },
          { id: 'active', header: t('meetings.active'), width: 80, cell: ({ active }) => t(active ? 'meetings.active' : 'meetings.inactive') },
        ]} />
      )}
      {edited === null ? null : <KindDialog kind={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function KindDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const { codes, nameOf } = usePositions()
  const [now, setNow] = useState(kind)
  const put = (part: Partial<Kind>) => setNow((before) => ({ ...before, ...part }))
  const deed = useDeed(setKind, () => { onClose(); toast({ text: t('meetings.saved') }) })
  const missing = !/^[a-z][a-z0-9-]{1,29}$/.test(now.code) || now.nameZh.trim() === '' || now.nameEn.trim() === '' || now.attendees.length === 0
  const unreadable = isCadence(now.cadence.trim()) ? null : t('meetings.cadence-unreadable')
  const whyNot = missing ? t('meetings.fill-in') : unreadable
  const { code, ...body } = now
  return (
    <Dialog title={t('meetings.kind')} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { code }, body }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('meetings.save')}</Button>}>
      <div className="k-form">
        {deed.error === null ? null : <div className="k-form-whole"><Notice tone="danger">{deed.error}</Notice></div>}
        {kind.code === '' ? <TextField label={t('meetings.kind-code')} name="code" required value={now.code} onChange={(typed) => put({ code: typed.toLowerCase() })} maxLength={30} /> : null}
        <TextField label={t('meetings.name-zh')} name="nameZh" required value={now.nameZh} onChange={(nameZh) => put({ nameZh })} maxLength={30} />
        <TextField label={t('meetings.name-en')} name="nameEn" required value={now.nameEn} onChange={(nameEn) => put({ nameEn })} maxLength={60} />
        <SelectField label={t('meetings.convenor')} name="convenor" value={now.convenor} onChange={(convenor) => put({ convenor })} choices={codes.map((value) => ({ value, text: nameOf(value) }))} />
        <CadenceField due={now.cadence} onChange={(cadence) => put({ cadence })} kinds={meetingCadences} />
        <CheckField label={t('meetings.active')} checked={now.active} onChange={(active) => put({ active })} />
        <PositionChecks label={t('meetings.attendees')} chosen={now.attendees} onChange={(attendees) => put({ attendees })} />
        <PositionChecks label={t('meetings.reader-positions')} chosen={now.readers} onChange={(readers) => put({ readers })} />
      </div>
    </Dialog>
  )
}
