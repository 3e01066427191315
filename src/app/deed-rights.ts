/**
 * What who owes a duty does himself on the page of its button, beside opening the page: the rights of these deeds, for a deputy who has to do them. A duty whose data others
 * make (he sees to it that they do) has none. Steps and standards, which have no deadline, are not in it. A test compares with the duties that data proves and with what their positions may do.
 */
const rights: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['appointments.confirmBoard'], ['FDS-2.1']],
  [['bins.move'], ['PTS-11.2', 'WHK-4.1']],
  [['care.answer'], ['FDS-2.9', 'WSS-2.8']],
  [['care.issue'], ['STM-4.8', 'FDS-2.8', 'WSS-2.5']],
  [['counts.plan'], ['PTS-8.1', 'PPL-7.1']],
  [['counts.count'], ['PTS-11.3', 'WHK-5.1', 'WHK-6.1']],
  [['counts.adjust'], ['PPL-7.2']],
  [['counts.submit'], ['PTS-8.4']],
  [['duties.audit'], ['FDS-2.4', 'FDS-2.5']],
  [['expenses.claim'], ['PTS-6.1', 'PTS-6.2', 'WHK-1.2']],
  [['meetings.attend'], ['SAD-3.1', 'SAD-3.2', 'SAD-3.3', 'FDS-3.3', 'FDS-3.4', 'WSS-3.2', 'PTS-9.2']],
  [['meetings.run'], ['STM-4.1', 'STM-7.4', 'INF-1.2', 'INF-2.4', 'FDS-3.1', 'FDS-3.2', 'FDS-3.5', 'WSS-2.4', 'WSS-3.1', 'WSS-3.3', 'WSS-3.5', 'WSS-3.8', 'PTS-10.1', 'PTS-10.3', 'PTS-10.4']],
  [['parts-orders.announce'], ['PTS-1.1']],
  [['parts-orders.keepCalendar'], ['PPL-1.1']],
  [['parts-orders.submit'], ['PPL-3.1']],
  [['parts-plan.plan'], ['FDS-5.4']],
  [['parts-plan.planStock', 'parts-plan.upload'], ['PPL-1.3']],
  [['parts-plan.review'], ['STM-5.3']],
  [['purchasing.source'], ['PTS-1.3', 'PPL-1.2', 'PPL-5.1']],
  [['purchasing.tell'], ['SAD-1.7.4']],
  [['receiving.count'], ['WHK-1.3', 'WHK-2.1']],
  [['receiving.handOver'], ['PTS-5.2', 'WHK-2.3']],
  [['receiving.post'], ['PPL-2.4']],
  [['receiving.report'], ['PPL-6.1', 'PPL-6.2', 'PPL-6.3']],
  [['repair-orders.estimate'], ['SAD-1.7.3']],
  [['reports.issueDaily'], ['INF-1.6']],
  [['stock-health.askScrap'], ['PTS-7.4']],
  [['stock-health.promote'], ['STM-5.1', 'PTS-7.3']],
  [['stock-health.review'], ['STM-5.2', 'PTS-7.1', 'PTS-7.2']],
  [['supplier-returns.agree'], ['PPL-9.2']],
  [['supplier-returns.claim'], ['PTS-2.3']],
  [['supplier-returns.send'], ['PTS-2.4']],
  [['suppliers.inquire'], ['PTS-2.1']],
  [['suppliers.reconcile'], ['PTS-4.1', 'PPL-9.1']],
  [['suppliers.close'], ['PTS-4.2']],
  [['suppliers.requestPayment'], ['PTS-4.3']],
  [['technical-documents.keep'], ['WSS-2.10']],
  [['transfers.callCarriers'], ['WHK-1.1']],
  // Seen to, done by others.
  [[], ['STM-3.14', 'STM-4.2', 'STM-4.3', 'STM-4.4', 'STM-4.7', 'STM-4.9', 'STM-5.4', 'STM-6.4', 'FDS-2.2', 'FDS-2.3', 'WSS-3.7', 'WSS-4.1', 'INS-1.1']],
  [[], ['PTS-1.2', 'PTS-1.4', 'PTS-3.1', 'PTS-3.2', 'PTS-3.3', 'PTS-5.1', 'PTS-8.2', 'PTS-8.3', 'PTS-11.1', 'PPL-3.2', 'PPL-5.2', 'WHK-2.2']],
]

export const deedRights: Readonly<Record<string, readonly string[]>> = Object.fromEntries(rights.flatMap(([needs, duties]) => duties.map((dutyId) => [dutyId, needs])))
