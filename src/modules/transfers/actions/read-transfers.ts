import { may } from '../../../kernel/actor.ts'
import { sumOf } from '../../../kernel/money.ts'
import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { scanRuleOf } from '../../picking/public.ts'
import { openRequests } from '../../purchasing/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { freeElsewhere, lotsForIssue } from '../../stock/public.ts'
import type { listTransfers as listRoute, listWanted as wantedRoute, seeElsewhere as elsewhereRoute, TransferView } from '../contract.ts'
import * as data from '../data/transfers.ts'
import { whyNotPrint } from '../domain/transfer.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { sideOf } from './ask.ts'

const shownLots = 5

export async function listTransfers({ tx, by }: Reading, { group, open, after, limit }: { group: data.TransferGroup; open: 'yes' | 'no'; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listTransfers(tx, by.storeId, { group, open: open === 'yes', after: after ?? null, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(({ code, nameZh, nameEn, askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString(), other: { code, nameZh, nameEn } })),
    next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}

export async function seeTransfer({ tx, by }: Reading, transferId: string): Promise<TransferView> {
  const { askingStore, givingStore, ...transfer } = found(await data.findTransfer(tx, transferId), 'transfer')
  const [lines, gaps, outcomes, parcels, stores] = await Promise.all([data.linesOf(tx, transferId), data.gapsOf(tx, transferId), data.outcomesOf(tx, transferId), data.parcelsOf(tx, transferId), data.storeNames(tx, [askingStore, givingStore])])
  const named = (id: string) => {
    const { code, nameZh, nameEn } = found(stores.find((store) => store.id === id), 'store')
    return { code, nameZh, nameEn }
  }
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const leaves = transfer.status === 'agreed' && givingStore === by.storeId
  const lots = leaves ? await lotsForIssue(tx, by.storeId, lines.map(({ partId }) => partId)) : []
  const of = (kind: string): number => sumOf(outcomes.filter((outcome) => outcome.kind === kind).map(({ costFen }) => costFen))
  return {
    ...transfer, side: sideOf(by.storeId, { askingStore }), asking: named(askingStore), giving: named(givingStore), askedAt: transfer.askedAt.toISOString(),
    answeredAt: transfer.answeredAt?.toISOString() ?? null, shippedAt: transfer.shippedAt?.toISOString() ?? null, endedAt: transfer.endedAt?.toISOString() ?? null,
    scanning: await scanRuleOf({ tx, by }), carriers: leaves ? await data.carriersOf(tx, by.storeId) : [],
    lines: lines.map((line) => {
      const { requestId: _, ...shown } = line
      return { ...shown, open: data.openOf(line), lots: lots.filter(({ partId }) => partId === line.partId).slice(0, shownLots).map(({ lotId, bin, receivedOn, here }) => ({ lotId, bin, receivedOn, here })) }
    }),
    gaps: gaps.map((gap) => ({ ...gap, at: gap.at.toISOString(), decidedAt: gap.decidedAt?.toISOString() ?? null })),
    outcomes: outcomes.map(({ id, lineId, kind, thousandths, costFen, at, personName, document, takesBack, takenBack, reason }) => ({ id, lineId, kind, thousandths, costFen: seesCost ? costFen : null, at: at.toISOString(), personName, document, takesBack: takesBack !== null, takenBack, reason })),
    cost: !seesCost ? null : { shippedFen: sumOf(parcels.map(({ costFen }) => costFen)), roadFen: sumOf(parcels.map(({ costFen, goneFen }) => costFen - goneFen)), arrivedFen: of('arrived'), lostFen: of('lost'), backFen: of('back') },
  }
}

const shown = ({ storeId, storeCode, nameZh, nameEn, free }: Awaited<ReturnType<typeof freeElsewhere>>[number]) => ({ storeId, store: { code: storeCode, nameZh, nameEn }, free })

export const seeElsewhere = async ({ tx, by }: Reading, partId: string): Promise<AnswerOf<typeof elsewhereRoute>> => ({ rows: (await freeElsewhere(tx, by.storeId, [partId])).map(shown) })

/** Open purchase requests that the whole of could come from another store, and that neither transfer nor order serves yet. */
export async function listWanted({ tx, by, now }: Reading): Promise<AnswerOf<typeof wantedRoute>> {
  const requests = (await openRequests(tx, by.storeId, localDay(now, by.timeZone), 300)).filter(({ source }) => source === null || source === 'transfer')
  const free = Map.groupBy(await freeElsewhere(tx, by.storeId, [...new Set(requests.map(({ partId }) => partId))]), ({ partId }) => partId)
  const ids = requests.map(({ id }) => id)
  const served = new Set([...await data.servedRequests(tx, by.storeId, ids), ...await data.orderedRequests(tx, by.storeId, ids)].map(({ requestId }) => requestId))
  return {
    rows: requests.filter(({ id }) => !served.has(id)).flatMap(({ id: requestId, number, plate, partId, partNumber, nameZh, nameEn, unit, thousandths, comeThousandths }) => {
      const left = thousandths - comeThousandths
      const stores = (free.get(partId) ?? []).filter((row) => row.free >= left).map(shown)
      return stores.length === 0 ? [] : [{ requestId, number, plate, partId, partNumber, nameZh, nameEn, unit, thousandths: left, stores }]
    }),
  }
}

/** The slip that goes with the goods: packed by the giving store, signed by the other. */
export async function printSlip(reading: Reading, transferId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const transfer = await seeTransfer(reading, transferId)
  refuseIf(whyNotPrint(transfer))
  const store = await findStore(tx, by.storeId)
  const english = language === 'en'
  const t = english ? en : zh
  return printing('packing-list', language, transfer.number, {
    ...letterhead(store, language, localDay(now, store.timeZone)), title: null, receiverLabel: t['transfers.paper-for'], number: transfer.number, printedAt: printedMoment(now, store.timeZone), kind: t['transfers.slip'],
    receiver: english ? transfer.asking.nameEn : transfer.asking.nameZh, issuer: transfer.shippedByName ?? '', reference: [english ? transfer.giving.nameEn : transfer.giving.nameZh, transfer.document].filter((word) => word !== '').join(' · '),
    shipment: [transfer.carrier, transfer.waybill, transfer.eta ?? ''].filter((word) => word !== '').join(' · '), allowance: 0, total: null,
    lines: transfer.lines.filter(({ agreed }) => agreed > 0).map((line) => ({ bin: '', partNumber: line.partNumber, name: english ? line.nameEn : line.nameZh, unit: line.unit, asked: line.agreed, issued: line.shipped === 0 ? null : line.shipped, amount: null })),
  })
}
