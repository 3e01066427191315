-- 0078 duties: a corrective task is closed by looking at its point again, without waiting for the next round of its list
-- Why:   the point of a weekly or monthly list could pass at its next round alone, so that its task, due the next day, always went overdue (5S, duty engine).
-- Locks: duties.task and photos.photo for a moment (a column, checks not valid).

alter table duties.task add column seen text check (length(seen) between 1 and 300); -- what was seen when the point was looked at again
alter table duties.task drop constraint task_check;
alter table duties.task add constraint task_closed_by_one check ((closed_at is null) = (num_nonnulls(closed_by_instance, seen) = 0) and num_nonnulls(closed_by_instance, seen) <= 1) not valid;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check check (subject in ('repair-order', 'duty', 'courtesy-loan', 'receipt', 'task', 'meeting', 'scrap', 'supplier-return', 'supplier-claim', 'expense', 'corrective-task')) not valid;
