/** Σ min(ordered, planned) ÷ Σ planned in hundredths of a percent (practice.md 3.3); of nothing there is none. */
export const conformityOf = (kept: number, planned: number): number | null => (planned === 0 ? null : Math.round((kept * 10_000) / planned))

/** Lines of which the goods were as the books said ÷ lines counted: the parts conformity rate of STM-5.3. */
export const booksConformityOf = conformityOf

/** Months that are shown. */
export const shownMonths = 13
