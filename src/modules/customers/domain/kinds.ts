export const customerKinds = ['person', 'company'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** What a customer may allow beyond the repair itself (practice.md, 7.4: each purpose is asked for by itself). */
export const consentPurposes = ['marketing', 'maker', 'insurer'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const consentChannels = ['counter', 'paper', 'phone', 'online'] as const
export type ConsentChannel = (typeof consentChannels)[number]
