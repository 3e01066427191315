-- 0036 repair-orders: a line that several payers share
-- Why:   a deductible goes to the customer, goodwill takes a part; one price basis, sums exact, the odd fen to the main payer (rules.md, Money, Split line).
-- Locks: repair_orders.line and settlement.statement_line for a moment: new columns with a constant default, or none.

alter table repair_orders.line
  add column shares jsonb not null default '[]' check (jsonb_typeof(shares) = 'array' and jsonb_array_length(shares) <= 3); -- what others than the main payer take of it
alter table settlement.statement_line
  add column line_amount_fen bigint; -- the whole line, where this statement holds a part of it
