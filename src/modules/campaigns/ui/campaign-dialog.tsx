import { X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listOperations, listParts } from '../../catalogue/contract.ts'
import { changeCampaign, openCampaign, type CampaignRow } from '../contract.ts'
import { campaignKinds, type CampaignKind } from '../domain/campaign.ts'
import { campaignTexts } from './texts.ts'

type Line = Omit<CampaignRow['work'][number], 'quantityThousandths'> & { readonly quantityThousandths: number | null }
type FoundLine = TypeaheadOption & { readonly line: Line }

/** What is recalled, from when, and what is done on each car. */
export function CampaignDialog({ row, onClose }: { row: CampaignRow | null; onClose: () => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const toast = useToast()
  const today = useToday()
  const [kind, setKind] = useState<CampaignKind>('recall')
  const [wish, set] = useWish({ code: row?.code ?? '', titleZh: row?.titleZh ?? '', titleEn: row?.titleEn ?? '', fromDay: row?.fromDay ?? today, untilDay: row?.untilDay ?? '' })
  const [lines, setLines] = useState<readonly Line[]>(row?.work ?? [])
  const open = useDeed(openCampaign, () => { onClose(); toast({ text: t('campaigns.opened') }) })
  const change = useDeed(changeCampaign, () => { onClose(); toast({ text: t('campaigns.changed') }) })
  const { busy, error } = row === null ? open : change
  const missing = [wish.code, wish.titleZh, wish.titleEn, wish.fromDay].some((text) => text.trim() === '') || lines.some(({ quantityThousandths }) => quantityThousandths === null)
  const whyNot = missing ? t('campaigns.fill-in') : lines.length === 0 ? t('campaigns.no-work') : null
  const submit = () => {
    if (whyNot !== null) return
    const work = lines.map((line) => (line.kind === 'labour' ? { kind: 'labour' as const, operationId: line.id } : { kind: 'part' as const, partId: line.id, quantityThousandths: line.quantityThousandths ?? 1_000 }))
    const { code, untilDay, ...facts } = wish
    const body = { ...facts, untilDay: untilDay === '' ? null : untilDay, work }
    if (row === null) open.run({ body: { ...body, code, kind } })
    else change.run({ params: { campaignId: row.id }, body: { ...body, version: row.version } })
  }
  return (
    <Dialog title={row === null ? t('campaigns.open-one') : `${t('campaigns.change')} · ${row.code}`} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy} whyNot={whyNot}>{row === null ? t('campaigns.open-one') : t('campaigns.change')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        {row === null ? <ChoiceField label={t('campaigns.kind')} value={kind} onChange={setKind} wide choices={campaignKinds.map((value) => ({ value, text: t(`campaigns.kind.${value}`) }))} /> : null}
        <div className="k-form">
          {row === null ? <TextField label={t('campaigns.code')} name="code" value={wish.code} onChange={set('code')} required autoFocus maxLength={30} /> : null}
          <TextField label={t('campaigns.title-zh')} name="title-zh" value={wish.titleZh} onChange={set('titleZh')} required maxLength={120} />
          <TextField label={t('campaigns.title-en')} name="title-en" value={wish.titleEn} onChange={set('titleEn')} required maxLength={120} />
          <DateTimeField label={t('campaigns.from-day')} kind="date" name="from-day" value={wish.fromDay} onChange={set('fromDay')} required />
          <DateTimeField label={t('campaigns.until-day')} kind="date" name="until-day" value={wish.untilDay} onChange={set('untilDay')} />
        </div>
        <Work lines={lines} onChange={setLines} />
      </div>
    </Dialog>
  )
}

function Work({ lines, onChange }: { lines: readonly Line[]; onChange: (lines: readonly Line[]) => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const english = useLanguage() === 'en'
  const nameOf = ({ nameZh, nameEn }: Pick<Line, 'nameZh' | 'nameEn'>): string => (english ? nameEn : nameZh)
  const put = (line: Line) => { if (!lines.some(({ id }) => id === line.id)) onChange([...lines, line]) }
  return (
    <section className="k-stack" aria-label={t('campaigns.work')}>
      <strong>{t('campaigns.work')}</strong>
      {lines.map((line) => (
        <div key={line.id} className="campaign-line">
          <span>{nameOf(line)} <span className="k-quiet-text">{line.code}</span></span>
          {line.kind === 'labour' ? <span>{formatThousandths(line.quantityThousandths ?? 0)} h</span> : (
            <QuantityField label={`${t('campaigns.quantity')} ${nameOf(line)}`} hideLabel value={line.quantityThousandths} unit={line.unit} required onChange={(quantityThousandths) => onChange(lines.map((one) => (one === line ? { ...line, quantityThousandths } : one)))} />
          )}
          <IconButton icon={X} aria-label={t('campaigns.remove', { name: nameOf(line) })} onPress={() => onChange(lines.filter((one) => one !== line))} />
        </div>
      ))}
      <div className="k-form">
        <Typeahead<FoundLine> label={t('campaigns.add-labour')} onPick={({ line }) => put(line)} search={async (find, signal) => (await call(listOperations, { query: { find, limit: 12 } }, { signal })).rows.map((one) => ({
          id: one.id, primary: nameOf(one), secondary: one.code, line: { kind: 'labour', id: one.id, code: one.code, nameZh: one.nameZh, nameEn: one.nameEn, unit: 'h', quantityThousandths: one.standardHoursThousandths },
        }))} />
        <Typeahead<FoundLine> label={t('campaigns.add-part')} onPick={({ line }) => put(line)} search={async (find, signal) => (await call(listParts, { query: { find, limit: 12 } }, { signal })).rows.map((one) => ({
          id: one.id, primary: nameOf(one), secondary: one.number, line: { kind: 'part', id: one.id, code: one.number, nameZh: one.nameZh, nameEn: one.nameEn, unit: one.unit, quantityThousandths: 1_000 },
        }))} />
      </div>
    </section>
  )
}
