import { isTraining } from '../modules/meetings/domain/kinds.ts'
import type { ReadEvent } from '../modules/duties/public.ts'
import { showPlate } from '../modules/vehicles/domain/plate.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What is announced in the product, in the words of the job manual. */
export const dutyEvents: readonly ReadEvent[] = [
  ({ event, facts = {} }, { now }) => (event === 'repair-order.added-work-found'
    ? { event: 'extra_work.found', subjectId: text(facts['addedWorkId']), subjectName: showPlate(text(facts['plate'])), holderId: text(facts['advisorId']), holderName: text(facts['advisorName']), happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'receipt.posted'
    ? { event: 'receipt.posted', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'receipt.begun'
    ? { event: 'shipment.collected', subjectId, subjectName: `${text(facts['number'])} ${text(facts['order'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'receipt.posted'
    ? { event: 'delivery.accepted', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'arrival-fault.found'
    ? { event: 'receipt.discrepancy', subjectId, subjectName: `${text(facts['number'])} ${text(facts['part'])}`, holderId: null, holderName: '', narrowing: facts['accessory'] === true ? 'accessory' : null, happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'repair-order.part-short'
    ? { event: 'part.short', subjectId, subjectName: showPlate(text(facts['plate'])), holderId: text(facts['advisorId']), holderName: text(facts['advisorName']), happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'purchase-request.asked' && facts['urgency'] !== 'normal'
    ? { event: 'purchase_request.urgent', subjectId, subjectName: `${text(facts['number'])} ${showPlate(text(facts['plate']))}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'complaint.opened'
    ? { event: 'complaint.assigned', subjectId, subjectName: `${text(facts['number'])} ${showPlate(text(facts['plate']))}`, holderId: null, holderName: '', position: text(facts['assignedTo']), happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'meeting.held'
    ? { event: isTraining(text(facts['kind'])) ? 'training.held' : 'meeting.held', subjectId, subjectName: `${text(facts['number'])} ${text(facts['name'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'supplier-inquiry.asked'
    ? { event: 'inquiry.requested', subjectId, subjectName: `${text(facts['number'])} ${text(facts['about'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'supplier-return.asked' && facts['unfitted'] === true
    ? { event: 'issue.unfitted', subjectId, subjectName: `${text(facts['number'])} ${text(facts['about'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'supplier-return.sent'
    ? { event: 'supplier_return.sent', subjectId, subjectName: `${text(facts['number'])} ${text(facts['supplier'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'supplier-claim.opened'
    ? { event: 'part.quality_fault', subjectId, subjectName: `${text(facts['number'])} ${text(facts['part'])}`, holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'expense.approved' && Array.isArray(facts['positions']) && facts['positions'].includes('PTS')
    ? { event: 'expense.approved', subjectId, subjectName: text(facts['number']), holderId: text(facts['personId']), holderName: text(facts['personName']), happenedAt: now } : null),
  ({ event, subjectId, facts = {} }) => (event === 'count.planned'
    ? { event: 'count.planned', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: new Date(text(facts['at'])) } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'count.entered'
    ? { event: 'count.entered', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: now } : null),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'count.differences-approved'
    ? { event: 'count.differences_approved', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: now } : null),
  ...['accessory.sold', 'accessory.picking'].map((name): ReadEvent => ({ event, subjectId, facts = {} }, { now }) => (event === 'counter.opened' && facts['kind'] === 'accessory'
    ? { event: name, subjectId, subjectName: `${text(facts['number'])} ${text(facts['paperNumber'])}`, holderId: null, holderName: '', happenedAt: now } : null)),
  ({ event, subjectId, facts = {} }, { now }) => (event === 'counter.opened' && facts['kind'] === 'sale'
    ? { event: 'parts_sale.confirmed', subjectId, subjectName: text(facts['number']), holderId: null, holderName: '', happenedAt: now } : null),
]
