-- 0056 papers: what was handed out as PDF, kept as it was
-- Why:   a signed authorisation or a statement is shown again as the customer got it, whatever a later version of the product would print (issue of the visit, documents; ADR 0018).
-- Locks: none, the schema is new.

create schema papers;
grant usage on schema papers to gangwei_app;

-- One row for each different content. The file lies with the photos, named by its hash; `facts` is the hash of what the paper says, without the moment of printing.
create table papers.paper (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  number text not null check (length(number) between 1 and 80),
  language text not null check (language in ('zh-CN', 'en')),
  order_id uuid, -- papers of a visit are found from its order
  permission text not null, -- who may print it now may open it later
  facts text not null check (length(facts) = 64),
  sha256 text not null check (length(sha256) = 64),
  bytes integer not null check (bytes > 0),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  primary key (store_id, id)
);
create unique index paper_once on papers.paper (store_id, facts);
create index papers_by_number on papers.paper (store_id, number collate "C", id);
create index papers_of_order on papers.paper (store_id, order_id, id) where order_id is not null;
select platform.protect('papers.paper');
select platform.make_ledger('papers.paper');
