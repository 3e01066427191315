-- A store may ask for another proof of a duty. What is there already keeps the one it was made with; null: the duty's own.
alter table duties.instance add column proof jsonb;
