import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading, useSeenVersion, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listModels, listPackages, seeMenu, setMenu, type ModelRow, type PackageRow } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'

/** The plan of maintenance of each model, step by step. */
export function MenusTab() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const sentence = useSentence()
  const [chosen, setChosen] = useState<string | null>(null)
  const models = useReading(listModels, { query: { limit: 200 } })
  if (models.isError) return <LoadError state={{ error: sentence(models.error), onRetry: () => { void models.refetch() } }} />
  if (models.data === undefined) return <Skeleton kind="list" lines={6} />
  const model = models.data.rows.find(({ id }) => id === chosen) ?? models.data.rows[0]
  if (model === undefined) return <EmptyState>{t('catalogue.no-models')}</EmptyState>
  return (
    <div className="catalogue-page menus">
      <div className="catalogue-filter">
        <SelectField<string> label={t('catalogue.menu-of')} value={model.id} onChange={setChosen} choices={models.data.rows.map((one) => ({ value: one.id, text: own(one) }))} />
      </div>
      <MenuOfModel key={model.id} model={model} />
    </div>
  )
}

function MenuOfModel({ model }: { model: ModelRow }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const sentence = useSentence()
  const menu = useReading(seeMenu, { params: { modelId: model.id } })
  const packages = useReading(listPackages, { query: { modelId: model.id, state: 'all' } })
  const failed = menu.error ?? packages.error
  if (failed !== null) return <LoadError state={{ error: sentence(failed), onRetry: () => { void menu.refetch(); void packages.refetch() } }} />
  if (menu.data === undefined || packages.data === undefined) return <Skeleton kind="list" lines={6} />
  if (packages.data.rows.length === 0) return <EmptyState>{t('catalogue.no-packages')}</EmptyState>
  return <MenuSteps key={model.id} modelId={model.id} version={menu.data.version} stored={menu.data.steps} packages={packages.data.rows} />
}

type Step = { readonly key: number; readonly km: number | null; readonly months: number | null; readonly packageId: string }
type Stored = { readonly km: number; readonly months: number; readonly packageId: string }

function MenuSteps({ modelId, version, stored, packages }: { modelId: string; version: number; stored: readonly Stored[]; packages: readonly PackageRow[] }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const toast = useToast()
  const may = useMay()(cataloguePermissions.maintainPackages)
  const [steps, setSteps] = useState<readonly Step[]>(stored.map((step, key) => ({ ...step, key })))
  const deed = useDeed(setMenu, () => toast({ text: t('catalogue.saved') }))
  const seen = useSeenVersion(version, deed)
  const filled = steps.flatMap(({ km, months, packageId }) => (km === null || months === null ? [] : [{ km, months, packageId }]))
  const put = (step: Step, change: Partial<Step>) => setSteps(steps.map((one) => (one === step ? { ...step, ...change } : one)))
  const next = () => setSteps([...steps, { key: Math.max(0, ...steps.map(({ key }) => key + 1)), km: (steps.at(-1)?.km ?? 0) + 10_000, months: (steps.at(-1)?.months ?? 0) + 12, packageId: packages.find(({ active }) => active)?.id ?? '' }])
  return (
    <form className="k-panel menu-steps" onSubmit={(event) => { event.preventDefault(); if (filled.length === steps.length) deed.run({ params: { modelId }, body: { version: seen, steps: filled } }) }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {steps.length === 0 ? <EmptyState>{t('catalogue.no-menu')}</EmptyState> : null}
      {steps.map((step) => (
        <div key={step.key} className="menu-step">
          <NumberField label={t('catalogue.menu-km')} value={step.km} unit="km" onChange={(km) => put(step, { km })} disabled={!may} required />
          <NumberField label={t('catalogue.menu-months')} value={step.months} unit={t('catalogue.menu-month-unit')} onChange={(months) => put(step, { months })} disabled={!may} required />
          <SelectField<string> label={t('catalogue.menu-package-label')} value={step.packageId} onChange={(packageId) => put(step, { packageId })} disabled={!may}
            choices={packages.filter(({ id, active }) => active || id === step.packageId).map((one) => ({ value: one.id, text: `${one.code} ${own(one)}${one.active ? '' : ` · ${t('catalogue.inactive')}`}` }))} />
          {may ? <IconButton icon={X} aria-label={t('catalogue.menu-remove', { km: step.km ?? '' })} onPress={() => setSteps(steps.filter((one) => one !== step))} /> : null}
        </div>
      ))}
      {may ? (
        <div className="k-row">
          <Button icon={Plus} onPress={next}>{t('catalogue.menu-add')}</Button>
          <Button kind="primary" submit busy={deed.busy} whyNot={filled.length === steps.length ? null : t('catalogue.menu-fill-in')}>{t('catalogue.menu-save')}</Button>
        </div>
      ) : null}
    </form>
  )
}
