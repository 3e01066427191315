-- 0101 stock: other modules may see who moved a part
-- Why:   where several of a position were there, "nothing left to put away" (WHK-4.1, PTS-11.2) closed a duty without a name although the moves know whose work it was.
-- Locks: nothing, a view gets a column more.

create or replace view stock.v_move with (security_invoker) as select store_id, id, at, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, document, person_id from stock.move;
