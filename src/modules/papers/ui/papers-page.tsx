import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { paperKinds, type PaperKind } from '../contract.ts'
import { PaperList } from './paper-list.tsx'
import { paperTexts } from './texts.ts'
import './papers.css'

/** Every paper that left the house, found by its number. */
export function PapersPage() {
  const t = useTexts(paperTexts.zh, paperTexts.en)
  const [find, setFind] = useState('')
  const [kind, setKind] = useState<PaperKind | null>(null)
  const wish = { ...(find === '' ? {} : { find }), ...(kind === null ? {} : { kind }) }
  return (
    <PageFrame title={t('papers.title')}>
      <div className="k-stack">
        <div className="paper-filters">
          <TextField label={t('papers.find')} type="search" name="find" value={find} onChange={setFind} hint={t('papers.kept-hint')} maxLength={40} />
          <SelectField label={t('papers.kind')} value={kind ?? ''} onChange={(value) => setKind(paperKinds.find((known) => known === value) ?? null)}
            choices={[{ value: '', text: t('papers.all-kinds') }, ...paperKinds.map((value) => ({ value, text: t(`papers.kind.${value}`) }))]} />
        </div>
        <PaperList wish={wish} empty={t(find === '' && kind === null ? 'papers.none' : 'papers.none-found')} />
      </div>
    </PageFrame>
  )
}
