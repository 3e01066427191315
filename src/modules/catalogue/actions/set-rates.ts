import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import * as data from '../data/rates.ts'
import { whyNotRateFrom } from '../domain/why-not-rate.ts'

type Dated = { readonly validFrom: string }

/** Rows come newest first per key: the first that has begun is the one that counts. */
function withCurrent<Row extends Dated>(rows: readonly Row[], today: string, keyOf: (row: Row) => string): (Row & { current: boolean })[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const current = row.validFrom <= today && !seen.has(keyOf(row))
    if (current) seen.add(keyOf(row))
    return { ...row, current }
  })
}

export async function listLabourRates({ tx, by, now }: Reading): Promise<AnswerOf<typeof contract.listLabourRates>> {
  const rows = await data.listLabourRates(tx, by.storeId)
  return { rows: withCurrent(rows, localDay(now, by.timeZone), (row) => `${row.payer} ${row.insurerName}`) }
}

export async function listVatRates({ tx, by, now }: Reading): Promise<AnswerOf<typeof contract.listVatRates>> {
  return { rows: withCurrent(await data.listVatRates(tx, by.storeId), localDay(now, by.timeZone), (row) => row.lineKind) }
}

/** Fen per hour from a day on. Refuses past days, a second rate for the same day, and an insurer's name with another payer. */
export async function setLabourRate(deed: Deed, rate: data.LabourRateData): Promise<{ validFrom: string }> {
  const { tx, by } = deed
  refuseIf(rate.insurerName !== '' && rate.payer !== 'insurer' ? new Refusal('catalogue.rate-of-no-insurer') : null)
  refuseIf(whyNotRateFrom(rate.validFrom, localDay(deed.now, by.timeZone)))
  refuseIf(await data.insertLabourRates(tx, by.storeId, [rate]) === 1 ? null : new Refusal('catalogue.rate-exists', { from: rate.validFrom }))
  deed.record({ subject: 'labour-rate', subjectId: by.storeId, after: rate })
  deed.announce({ event: 'labour-rate.set', subjectId: by.storeId, facts: rate })
  return { validFrom: rate.validFrom }
}

/** Whole percent from a day on. Refuses past days and a second rate for the same day. */
export async function setVatRate(deed: Deed, rate: data.VatRateData): Promise<{ validFrom: string }> {
  const { tx, by } = deed
  refuseIf(whyNotRateFrom(rate.validFrom, localDay(deed.now, by.timeZone)))
  refuseIf(await data.insertVatRates(tx, by.storeId, [rate]) === 1 ? null : new Refusal('catalogue.rate-exists', { from: rate.validFrom }))
  deed.record({ subject: 'vat-rate', subjectId: by.storeId, after: rate })
  deed.announce({ event: 'vat-rate.set', subjectId: by.storeId, facts: rate })
  return { validFrom: rate.validFrom }
}
