/** From the customer's yes to the key in the workshop's hands; longer is a delay between desk and workshop (FDS-5.1). */
export const handOverMinutes = 30

/** Whether desk and workshop lost time over a car: its key stood at the reception for longer than that, or still does. */
export function isDelayed({ authorisedAt, handedOverAt, now }: { readonly authorisedAt: Date; readonly handedOverAt: Date | null; readonly now: Date }): boolean {
  return (handedOverAt ?? now).getTime() - authorisedAt.getTime() > handOverMinutes * 60_000
}
