import type { LocalDay } from '../kernel/time.ts'
import type { Tx } from './database.ts'

/** Everything by which the records of one person are found, and what his strings are called after an erasure. */
export type Person = {
  /** The customer and those merged into it. */
  readonly customerIds: readonly string[]
  /** Orders of which he is the owner. */
  readonly orderIds: readonly string[]
  /** Cars that are his now. */
  readonly vehicleIds: readonly string[]
  readonly phones: readonly string[]
  readonly names: readonly string[]
  /** Plates with the time in which they were his: a record that names a plate alone is his only within it. */
  readonly plates: readonly { readonly plate: string; readonly since: string; readonly until: string }[]
  /** Plates of the cars that are his now, also earlier ones. */
  readonly ownPlates: readonly string[]
  /** Their VINs and engine numbers. */
  readonly marks: readonly string[]
}

/** How a row is known as his: any one of these is enough. The value is the column. */
export type Links = {
  readonly customer?: string
  readonly vehicle?: string
  readonly order?: string
  readonly phone?: string
  /** Together with the column of the moment. */
  readonly plate?: { readonly column: string; readonly at: string }
  /** A record that was found before in this person's data: a complaint, an appointment. */
  readonly record?: string
  /** The column names another table's row, which is found by its order. */
  readonly through?: { readonly column: string; readonly table: string; readonly by: string }
  /** The row says one of his plates, VINs or phones somewhere in this column. */
  readonly says?: string
}

/**
 * What becomes of a column when its person is erased.
 * name, phone, plate: replaced by his pseudonym · words: what he said or was said of him, replaced as a whole · text, json: technical words stay, his strings in them go ·
 * blank, none: emptied · signature: taken away, the reason for its absence says so · own: by the table's `also` · kept: shown to him, but not about him alone.
 */
export type Fate = 'name' | 'phone' | 'plate' | 'words' | 'text' | 'json' | 'blank' | 'none' | 'signature' | 'own' | 'kept'

export type PersonalTable = {
  readonly table: string
  readonly zh: string
  readonly en: string
  readonly links: Links
  readonly columns: Readonly<Record<string, Fate>>
  /** Further assignments of the same update, as SQL without values. */
  readonly also?: string
  /** The row has a file (sha256, erased_at), which goes with it. */
  readonly file?: true
  /** The column that says when the customer was last in touch; the retention job counts from the latest. */
  readonly touched?: string
}

/** Why somebody cannot be erased yet: code of a sentence, what it is about, and until when (null: until it is done). */
export type Hold = { readonly code: string; readonly about: string; readonly until: LocalDay | null }

export type HoldQuestion = { readonly storeId: string; readonly person: Person; readonly today: LocalDay; readonly invoiceYears: number; readonly repairYears: number }

/** What a module holds about customers; registered in the app, so that the one who exports and erases knows no module. */
export type PersonalPart = {
  readonly tables: readonly PersonalTable[]
  holds?(tx: Tx, question: HoldQuestion): Promise<readonly Hold[]>
}
