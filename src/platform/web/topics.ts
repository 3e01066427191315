/** A visit is looked at from many sides: whatever happens to it, all of them are fetched anew. A topic stands for those that begin with it too (`workshop-board`). */
const sidesOfVisit = [
  'appointments',
  'added-work',
  'answers',
  'campaigns',
  'repair-orders',
  'approvals',
  'workshop',
  'picking',
  'settlements',
  'statements',
  'invoices',
  'monthly-statements',
  'deposits',
  'credit-accounts',
  'stock',
  'bins',
  'purchase-requests',
  'parts-promises',
  'parts-orders',
  'counter',
  'quality-orders',
  'comebacks',
  'completion-certificates',
]
const visitTopics = new Set(['repair-order', 'workshop', 'statement', 'stock', 'purchase-request', 'comeback', 'completion-certificate'])

/** Where the record of an event is seen elsewhere than under its own plural: 'customer.changed' concerns what stands under /customers. */
const seenAt: Readonly<Record<string, readonly string[]>> = {
  // What is asked for stands on the page of the thing itself: decided there or not, it looks otherwise.
  approval: [...sidesOfVisit, 'counts', 'expenses', 'personal-data-erasures', 'price-lists', 'scraps', 'supplier-statements'],
  'arrival-fault': ['arrival-faults', 'receipts'],
  expense: ['expenses', 'ious'],
  duty: ['duties'],
  roster: ['rosters', 'duties', 'workshop-board', 'workshop-workers'],
  'courtesy-car': ['courtesy-cars', 'appointments'],
  bin: ['bins', 'stock', 'duties'],
  bulletin: ['bulletins', 'duties'],
  campaign: ['campaigns', 'appointments'],
  complaint: ['complaints', 'follow-ups', 'bulletins', 'duties'],
  count: ['counts', 'duties'],
  inbound: ['inbound', 'ious', 'receipts', 'duties'],
  'follow-up': ['complaints', 'follow-ups', 'bulletins', 'duties'],
  meeting: ['meetings', 'meeting-kinds', 'duties', 'tasks'],
  'parts-order': ['parts-orders', 'parts-promises', 'parts-reorder', 'receipts', 'inbound'],
  receipt: ['receipts', 'parts-orders', 'parts-promises', 'stock', 'inbound', 'arrival-faults'],
  receivable: ['receivables', 'statements-till'],
  'supplier-inquiry': ['supplier-inquiries', 'duties'],
  'supplier-statement': ['supplier-statements', 'approvals', 'duties'],
  task: ['tasks', 'duties'],
  team: ['teams', 'duties', 'reports'],
  transfer: ['transfers', 'inbound', 'duties'],
}

/** What an event makes old, by the first part of the addresses where it is read. */
export const topicsOf = (event: string): readonly string[] => {
  const topic = event.split('.')[0] ?? ''
  return visitTopics.has(topic) ? sidesOfVisit : seenAt[topic] ?? [topic, `${topic}s`]
}
