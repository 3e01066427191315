/** Σ min(ordered, planned) ÷ Σ planned, and lines found right ÷ lines counted (STM-5.3), in hundredths of a percent; of nothing there is none. */
export const conformityOf = (kept: number, planned: number): number | null => (planned === 0 ? null : Math.round((kept * 10_000) / planned))

/** Months that are shown. */
export const shownMonths = 13
