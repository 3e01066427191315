type HandOver = { readonly authorisedAt: Date; readonly handedOverAt: Date | null; readonly now: Date; /** The store's own figure (closing-work.ts). */ readonly minutes: number }

/** Whether desk and workshop lost time over a car: from the customer's yes its key stood at the reception for longer than the store allows, or still does (FDS-5.1). */
export function isDelayed({ authorisedAt, handedOverAt, now, minutes }: HandOver): boolean {
  return (handedOverAt ?? now).getTime() - authorisedAt.getTime() > minutes * 60_000
}
