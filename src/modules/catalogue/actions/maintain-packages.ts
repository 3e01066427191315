import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import { lockModel } from '../data/models.ts'
import * as data from '../data/packages.ts'
import { stepAhead, stepFor, whyNotMenu, whyNotPackage, type CarFacts, type MenuStep, type PackageLine, type StepForCar } from '../domain/menu.ts'

type PackageWish = Omit<data.PackageData, 'id' | 'active' | 'version'> & { readonly lines: readonly PackageLine[] }

export async function listPackages({ tx }: Pick<Reading, 'tx'>, wish: { readonly modelId?: string | undefined; readonly state: 'active' | 'all' }): Promise<AnswerOf<typeof contract.listPackages>> {
  const rows = await data.listPackages(tx, { modelId: wish.modelId ?? null, activeOnly: wish.state === 'active' })
  const lines = Map.groupBy(await data.linesOfPackages(tx, rows.map(({ id }) => id)), ({ packageId }) => packageId)
  return { rows: rows.map((row) => ({ ...row, lines: (lines.get(row.id) ?? []).map(({ packageId: _, ...line }) => line) })) }
}

const refuseLines = async (tx: Tx, lines: readonly PackageLine[]): Promise<void> =>
  refuseIf(whyNotPackage(lines, await data.namedIn(tx, lines.map(({ operationId, partId }) => operationId ?? partId ?? ''))))

const placed = (packageId: string, lines: readonly PackageLine[]) => lines.map((line, index) => ({ ...line, packageId, place: index + 1 }))

/** Refuses a code that another package has, and lines that are no longer in use. */
export async function addPackage(deed: Deed, { lines, ...wish }: PackageWish): Promise<{ id: string; version: number }> {
  refuseIf(await data.findPackageByCode(deed.tx, wish.code) === null ? null : new Refusal('catalogue.code-taken', { code: wish.code }))
  await refuseLines(deed.tx, lines)
  const id = deed.newId()
  await data.insertPackages(deed.tx, [{ id, ...wish }])
  await data.insertLines(deed.tx, placed(id, lines))
  deed.record({ subject: 'package', subjectId: id, after: { ...wish, lines } })
  deed.announce({ event: 'package.added', subjectId: id })
  return { id, version: 1 }
}

/** Estimates keep the lines they were given; only what is added from now on follows the change. */
export async function changePackage(deed: Deed, { lines, ...wish }: Omit<data.PackageData, 'code'> & { readonly lines: readonly PackageLine[] }): Promise<{ version: number }> {
  const before = found(await data.lockPackage(deed.tx, wish.id), 'package')
  refuseStale(before.version, wish.version)
  if (wish.active) await refuseLines(deed.tx, lines)
  invariant(await data.updatePackage(deed.tx, wish) === 1, 'a locked package changed under us')
  await data.deleteLines(deed.tx, wish.id)
  await data.insertLines(deed.tx, placed(wish.id, lines))
  deed.record({ subject: 'package', subjectId: wish.id, before, after: { ...wish, lines } })
  deed.announce({ event: 'package.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

export async function seeMenu({ tx }: Reading, modelId: string): Promise<AnswerOf<typeof contract.seeMenu>> {
  return { version: (await data.findMenu(tx, modelId))?.version ?? 0, steps: await data.stepsOf(tx, modelId) }
}

/** The whole plan of a model at once. */
export async function setMenu(deed: Deed, { modelId, version, steps }: { readonly modelId: string; readonly version: number; readonly steps: readonly MenuStep[] }): Promise<{ version: number }> {
  const { tx } = deed
  found(await lockModel(tx, modelId), 'model')
  refuseStale((await data.findMenu(tx, modelId))?.version ?? 0, version)
  refuseIf(whyNotMenu(steps, modelId, await data.listPackages(tx, { modelId, activeOnly: true })))
  const before = await data.stepsOf(tx, modelId)
  await data.putMenus(tx, [{ modelId, version: version + 1 }])
  await data.deleteSteps(tx, modelId)
  await data.insertSteps(tx, steps.map((step) => ({ ...step, modelId })))
  deed.record({ subject: 'menu', subjectId: modelId, before: { steps: before }, after: { steps } })
  deed.announce({ event: 'menu.changed', subjectId: modelId })
  return { version: version + 1 }
}

/** The model of a car that may be known by its name alone. */
export const modelOfCar = async (tx: Tx, modelId: string | null, modelName: string): Promise<string | null> => modelId ?? (await data.findModelByName(tx, modelName))?.id ?? null

/** For an estimate: the packages that a car of this model can have, and the step of its plan. */
export async function packagesForCar(tx: Tx, { modelId, ...car }: CarFacts & { readonly modelId: string | null }): Promise<AnswerOf<typeof contract.listPackages> & { step: StepForCar | null }> {
  const { rows } = await listPackages({ tx }, { modelId: modelId ?? undefined, state: 'active' })
  return { rows: modelId === null ? rows.filter((one) => one.modelId === null) : rows, step: modelId === null ? null : stepFor(await data.stepsOf(tx, modelId), car) }
}

/** The next step of a model's plan after a maintenance at so many kilometres. */
export const stepAfter = async (tx: Tx, modelId: string, doneKm: number): Promise<ReturnType<typeof stepAhead>> => stepAhead(await data.stepsOf(tx, modelId), doneKm)

/** A package with its lines, to be put into the estimate of a car of this model; refuses one that is not offered for it. */
export async function packageToAdd(tx: Tx, packageId: string, modelId: string | null): Promise<data.PackageData & { readonly lines: readonly data.PackageLineData[] }> {
  const one = found(await data.findPackage(tx, packageId), 'package')
  refuseIf(one.active && (one.modelId === null || one.modelId === modelId) ? null : new Refusal('catalogue.package-not-offered', { name: one.nameZh }))
  const lines = await data.linesOfPackages(tx, [packageId])
  refuseIf(whyNotPackage(lines, lines.map(({ operationId, partId, nameZh, active }) => ({ id: operationId ?? partId ?? '', nameZh, active }))))
  return { ...one, lines }
}
