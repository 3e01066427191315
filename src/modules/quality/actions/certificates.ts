import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Announcement, Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findOrder, lockOrder } from '../../repair-orders/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { CertificateRow, listCertificates as listRoute, seeOrderQuality as orderRoute } from '../contract.ts'
import * as data from '../data/certificates.ts'
import { comebacksOfOrder, workersOf } from '../data/comebacks.ts'
import { findStay, kindsOfOrder } from '../data/guarantee.ts'
import { needsCertificate, whyNotIssue, whyNotVoid, widestKind } from '../domain/certificate.ts'
import { periodOn } from '../domain/guarantee.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { rowOf as comebackRowOf } from './comebacks.ts'
import { itemsWithin, termsOf } from './guarantee.ts'

const kindsOf = async (tx: Tx, storeId: string, orderId: string) => (await kindsOfOrder(tx, storeId, orderId)).map(({ repairKind }) => repairKind)

/** What a delivery waits for (port of settlement): no car leaves without the certificate that the law asks for. */
export async function whyNotDeliver(tx: Tx, storeId: string, orderId: string): Promise<Refusal | null> {
  if (!needsCertificate(await kindsOf(tx, storeId, orderId))) return null
  return (await data.certificatesOfOrder(tx, storeId, orderId)).some(({ voidedAt }) => voidedAt === null) ? null : new Refusal('quality.certificate-missing')
}

async function issueFacts({ tx, by }: Reading, order: { readonly id: string; readonly status: Parameters<typeof whyNotIssue>[0]['status'] }, kinds: Awaited<ReturnType<typeof kindsOf>>) {
  const rows = await data.certificatesOfOrder(tx, by.storeId, order.id)
  return { status: order.status, needed: needsCertificate(kinds), hasValid: rows.some(({ voidedAt }) => voidedAt === null), passedBy: await data.passedBy(tx, by.storeId, order.id), personId: by.personId, rows }
}

export async function issueCertificate(deed: Deed, orderId: string): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const kinds = await kindsOf(tx, by.storeId, orderId)
  refuseIf(whyNotIssue(await issueFacts(deed, order, kinds)))
  const stay = found(await findStay(tx, by.storeId, orderId), 'repair order')
  const repairKind = widestKind(kinds)
  const facts = {
    plate: stay.plate, vin: stay.vin ?? '', engineNumber: stay.engineNumber, model: stay.modelName, owner: stay.ownerName, orderNumber: stay.number, arrivedAt: stay.arrivedAt?.toISOString() ?? '',
    mileageKm: stay.mileageKm ?? 0, repairKind, ...periodOn(repairKind, localDay(now, by.timeZone), await termsOf(deed)),
  }
  const certificate = { id: deed.newId(), number: await nextNumber(deed, 'CC'), orderId, issuedAt: now, inspectorId: by.personId, inspectorName: by.name, facts }
  await data.insertCertificate(tx, by.storeId, certificate)
  deed.record({ subject: 'completion-certificate', subjectId: certificate.id, after: certificate })
  deed.announce({ event: 'completion-certificate.issued', subjectId: certificate.id, facts: { orderId } })
  return { id: certificate.id, number: certificate.number }
}

/** The inspector's signature under a passed car is the signature under its certificate: it is issued in the same deed, where one is needed and none is there. */
export async function issueWithPass(deed: Deed, orderId: string): Promise<void> {
  const order = found(await findOrder(deed.tx, deed.by.storeId, orderId), 'repair order')
  if (whyNotIssue(await issueFacts(deed, order, await kindsOf(deed.tx, deed.by.storeId, orderId))) === null) await issueCertificate(deed, orderId)
}

export async function whenOrderIsReady(deed: Deed, news: readonly Announcement[]): Promise<void> {
  for (const { subjectId } of news.filter(({ event }) => event === 'repair-order.ready')) await issueWithPass(deed, subjectId)
}

export async function voidCertificate(deed: Deed, { certificateId, version, reason }: { certificateId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const certificate = found(await data.lockCertificate(tx, by.storeId, certificateId), 'certificate')
  refuseStale(certificate.version, version)
  refuseIf(whyNotVoid({ voided: certificate.voidedAt !== null, reason }))
  await data.voidIt(tx, by.storeId, { id: certificate.id, at: now, byName: by.name, reason })
  deed.record({ subject: 'completion-certificate', subjectId: certificate.id, before: { number: certificate.number }, after: { voided: true }, reason })
  deed.announce({ event: 'completion-certificate.voided', subjectId: certificate.id, facts: { orderId: certificate.orderId } })
  return { version: version + 1 }
}

const rowOf = ({ facts: { orderNumber, plate, repairKind }, inspectorId: _, issuedAt, voidedAt, ...row }: data.CertificateData): CertificateRow =>
  ({ ...row, orderNumber, plate, repairKind, issuedAt: issuedAt.toISOString(), voidedAt: voidedAt?.toISOString() ?? null })

export async function listCertificates({ tx, by }: Reading, { after, limit }: { after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listCertificates(tx, by.storeId, after ?? null, limit + 1)
  return { rows: rows.slice(0, limit).map(rowOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

export async function seeOrderQuality(reading: Reading, orderId: string): Promise<AnswerOf<typeof orderRoute>> {
  const { tx, by } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const open = order.status === 'received' || order.status === 'estimated' || order.status === 'arrived'
  const comebacks = await comebacksOfOrder(tx, by.storeId, orderId)
  const workers = await workersOf(tx, by.storeId, comebacks.map(({ firstOrderId }) => firstOrderId))
  const { rows, ...facts } = await issueFacts(reading, order, await kindsOf(tx, by.storeId, orderId))
  return {
    items: open ? await itemsWithin(reading, orderId) : [],
    comebacks: comebacks.map((comeback) => ({ ...comebackRowOf(comeback), workers: workers.filter((worker) => worker.orderId === comeback.firstOrderId).map(({ id, name }) => ({ id, name })) })),
    certificate: { needed: facts.needed, whyNot: whyNotIssue(facts)?.code ?? null, rows: rows.map(rowOf) },
  }
}

/** 竣工出厂合格证, three copies: the customer's, the shop's, the authority's. */
export async function printCertificate({ tx, by, now }: Reading, certificateId: string, language: Language): Promise<Printing> {
  const { facts, orderId, number, issuedAt, inspectorName, voidedAt, voidReason } = found(await data.findCertificate(tx, by.storeId, certificateId), 'certificate')
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  return printing('completion-certificate', language, number, {
    ...letterhead(store, language, localDay(issuedAt, store.timeZone)), number, printedAt: printedMoment(now, store.timeZone),
    owner: facts.owner, car: { plate: showPlate(facts.plate), vin: facts.vin, model: facts.model }, engineNumber: facts.engineNumber, orderNumber: facts.orderNumber,
    arrivedAt: printedMoment(facts.arrivedAt === '' ? null : new Date(facts.arrivedAt), store.timeZone), issuedAt: printedMoment(issuedAt, store.timeZone), mileageKm: facts.mileageKm, repairKind: t[`quality.kind.${facts.repairKind}`],
    guaranteeKm: facts.kilometres, guaranteeDays: facts.days, inspector: inspectorName, voided: voidedAt === null ? null : (voidReason ?? ''), words: t['quality.certificate-words'],
  }, orderId)
}
