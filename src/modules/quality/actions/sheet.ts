import { found } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { limitsInWords } from '../../workshop/domain/checks.ts'
import { inspectionPoints } from '../../workshop/domain/jobs.ts'
import { en as workshopEn } from '../../workshop/texts/en.ts'
import { zh as workshopZh } from '../../workshop/texts/zh-CN.ts'
import { findStay } from '../data/guarantee.ts'
import { checksOnSheet, inspectionsOnSheet, type CheckedPoint, type SheetCheck } from '../data/sheet.ts'

/** 质检单: who looked at which job on which level, what was measured, and the final inspection; read from the records, so it is the same whenever it is printed. */
export async function printQualitySheet({ tx, by, now }: Reading, orderId: string, language: Language): Promise<Printing> {
  const stay = found(await findStay(tx, by.storeId, orderId), 'repair order')
  const store = await findStore(tx, by.storeId)
  const checks = await checksOnSheet(tx, by.storeId, orderId)
  const inspections = await inspectionsOnSheet(tx, by.storeId, orderId)
  const english = language === 'en'
  const t = english ? workshopEn : workshopZh
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  const last = inspections.at(-1)?.at ?? checks.at(-1)?.at ?? stay.arrivedAt ?? now
  return printing('quality-sheet', language, `${stay.number}-QS`, {
    ...letterhead(store, language, localDay(last, store.timeZone)), number: stay.number, printedAt: moment(now),
    advisor: stay.advisorName, car: { plate: showPlate(stay.plate), vin: stay.vin ?? '', model: stay.modelName }, mileageKm: stay.mileageKm ?? 0, arrivedAt: moment(stay.arrivedAt),
    checks: checks.map((check) => ({
      job: english ? check.nameEn : check.nameZh, technician: check.technicianName, level: t[check.level === 1 ? 'workshop.self-check' : 'workshop.team-check'], checker: check.personName, at: moment(check.at),
      result: t[`workshop.result.${check.result}`], findings: findingsOf(check, language),
    })),
    inspections: inspections.map(({ at, inspectorName, result, cleanliness, roadTestKm, reason, points }) => ({
      at: moment(at), inspector: inspectorName, result: t[`workshop.result.${result}`], cleanliness, roadTest: roadTestKm === null ? '' : `${String(roadTestKm)} km`, reason,
      points: inspectionPoints.map((point) => ({ name: t[`workshop.point.${point}`], verdict: t[`workshop.verdict.${points[point] ?? 'none'}`] })),
    })),
  }, stay.id)
}

function findingsOf({ points, reason }: SheetCheck, language: Language): string {
  return [reason, ...points.map((point) => pointInWords(point, language))].filter((part) => part !== '').join(language === 'en' ? '; ' : '；')
}

/** "Hub nut torque 201.5 N·m (180–220 N·m)"; what was looked at without measuring says its verdict. */
function pointInWords({ nameZh, nameEn, verdict, measured, value }: CheckedPoint, language: Language): string {
  const [name, t] = language === 'en' ? [nameEn, workshopEn] : [nameZh, workshopZh]
  if (measured === null || value === null) return `${name} ${t[`workshop.verdict.${verdict}`]}`
  const limits = limitsInWords(value)
  return `${name} ${String(measured / 1_000)} ${value.unit}${language === 'en' ? ` (${limits})` : `（${limits}）`}`
}
