import { useSearch } from '@tanstack/react-router'
import { Download, FileSpreadsheet, LoaderCircle } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { fileAddress } from '../../../platform/web/api.ts'
import { useUpload } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { buttonClass } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { kindRights, mostFileBytes, receiveFile, template } from '../contract.ts'
import { kindsFor } from '../domain/kind-rights.ts'
import type { ImportKind } from '../domain/kinds.ts'
import { exchangeTexts } from './texts.ts'

/** Kind (the address may name it), template, file: sending it writes nothing yet. */
export function NewImport({ onSent }: { onSent: (importId: string) => void }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const kinds = kindsFor(kindRights.import, useMay())
  const { kind: wanted } = useSearch({ strict: false }) as { kind?: string }
  const [kind, setKind] = useState<ImportKind | null>(kinds.find((known) => known === wanted) ?? kinds[0] ?? null)
  const [tooLarge, setTooLarge] = useState(false)
  const [name, setName] = useState('')
  const sending = useUpload(receiveFile, ({ id }) => onSent(id))
  const send = (file: File | undefined) => {
    if (file === undefined || kind === null) return
    setTooLarge(file.size > mostFileBytes)
    setName(file.name)
    if (file.size <= mostFileBytes) sending.run({ parts: { query: { kind, fileName: file.name.slice(-200) } }, file })
  }
  return (
    <div className="exchange-sheet">
      <h2>{t('exchange.new-import')}</h2>
      <div className="exchange-kind">
        <SelectField<ImportKind> label={t('exchange.kind')} value={kind} onChange={setKind} choices={kinds.map((value) => ({ value, text: t(`exchange.kind.${value}`) }))} />
        {kind === null ? null : <a className={buttonClass('plain')} href={fileAddress(template, { params: { kind } })} download><Download size={15} aria-hidden /><span className="k-button-text">{t('exchange.get-template')}</span></a>}
      </div>
      <DropZone busy={sending.busy} sentName={name} onFile={send} />
      {tooLarge ? <Notice tone="danger">{t('exchange.too-large-here')}</Notice> : null}
      {sending.error === null ? null : <Notice tone="danger">{sending.error}</Notice>}
    </div>
  )
}

function DropZone({ busy, sentName, onFile }: { busy: boolean; sentName: string; onFile: (file: File | undefined) => void }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!busy) onFile(event.dataTransfer.files[0])
  }
  return (
    <label className="exchange-drop" data-over={over ? '' : undefined} aria-busy={busy} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      {busy ? <LoaderCircle size={24} className="k-spin" aria-hidden /> : <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />}
      <span className="exchange-drop-words" role="status">{busy ? t('exchange.sending', { name: sentName }) : t('exchange.drop-here')}</span>
      <span className="exchange-drop-hint">{t('exchange.file-hint')}</span>
      <input ref={input} className="k-unseen" type="file" aria-label={t('exchange.choose-file')} accept=".xlsx,.xls,.csv,.txt,.htm,.html" disabled={busy}
        onChange={(event) => {
          onFile(event.target.files?.[0])
          if (input.current !== null) input.current.value = '' // the same file, corrected, may be chosen again
        }} />
    </label>
  )
}
