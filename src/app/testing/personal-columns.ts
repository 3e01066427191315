/** Names of columns that may hold a person who is not of the house: what is called like this is in a module's personal data, or below with the reason why not. */
export const mayHoldACustomer = /(^|_)(name|phone|plate|vin|words|note|notes|concern|address|signature|licence|mail|tax_number|title|facts|snapshot|sheet|cells|preview|content|findings|about|subject_name|figures|seen|items|terms|damage)$/
/** People of the house and things. */
export const namesOfTheHouse = /(person|_by|advisor|technician|inspector|holder|deputy|owner_of_task|model|insurer|file|supplier|place|convenor|responsible)_name$/

/** Table, or table and column → why no customer is in it. */
export const withoutCustomers: Readonly<Record<string, string>> = {
  'platform': 'the audit is sealed and stays (ADR 0019); answers to repeated requests go after seven days, news after one', 'organisation': 'people and things of the house', 'catalogue': 'goods, work and insurers', 'stock_health': 'goods',
  'prices': 'goods', 'parts_plan': 'goods and the planner\'s words about them', 'bins': 'places and goods', 'transfers': 'goods between stores', 'expenses': 'outlays of the house', 'settlement.till_movement.about': 'the number of an expense claim or IOU', 'supplier_returns.return.agreed_words': 'what a supplier said',
  'parts_orders': 'suppliers', 'suppliers': 'suppliers', 'receiving': 'deliveries of suppliers', 'counts': 'goods', 'meetings': 'words of the house about its work', 'teams': 'people of the house', 'reports': 'figures and counts',
  'technical_documents': 'documents of the maker', 'workshop.bay': 'a place', 'courtesy_cars.car': 'cars of the house', 'campaigns.car': 'the maker\'s list of VINs; no owner is named', 'exchange.import_file': 'deleted when the import is done or discarded',
  'counter.lost_sale': 'which part was missing, in the storekeeper\'s words', 'duties.acknowledgement': 'words of a supervisor to the holder', 'duties.acknowledgement_back': 'why a supervisor took his word back', 'repair_orders.lounge_back': 'why a mark of the lounge was taken back', 'duties.task': 'a fault of the house', 'tasks.task.owner_name': 'who of the house does it', 'tasks.step': 'words about the task',
  'notices.own_setting': 'mail addresses of the house', 'notices.robot': 'groups of the house', 'papers.paper.facts': 'a hash', 'privacy': 'emptied with the erasure itself',
  'customers.find_word': 'made anew from the pseudonym', 'meetings.participant.name': 'people of the house',
}
