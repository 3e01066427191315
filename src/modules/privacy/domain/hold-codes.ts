/** What may stand against an erasure; the modules give the codes, the sentences stand in our texts. */
export const holdCodes = [
  'privacy.hold.open-order', 'privacy.hold.open-appointment', 'privacy.hold.open-complaint', 'privacy.hold.open-slip', 'privacy.hold.courtesy-car', 'privacy.hold.money-owed', 'privacy.hold.deposit-held',
  'privacy.hold.guarantee', 'privacy.hold.maker-warranty', 'privacy.hold.repair-record', 'privacy.hold.books',
] as const
export type HoldCode = (typeof holdCodes)[number]
