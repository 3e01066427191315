/** What can be left in the hands of somebody who goes: orders he looks after, jobs dispatched to him. */
export const openWorkKinds = ['orders', 'jobs'] as const
export type OpenWorkKind = (typeof openWorkKinds)[number]
