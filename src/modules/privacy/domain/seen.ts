/** How somebody came to see a customer's data. */
export const seenHow = ['revealed', 'changed', 'printed', 'list', 'exported', 'asked', 'erased'] as const
export type SeenHow = (typeof seenHow)[number]
