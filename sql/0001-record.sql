-- The record. A common subset of SQLite and PostgreSQL: text, integer, double precision; moments are ISO 8601 text in
-- UTC, JSON is text with its keys in order. Rows are only ever added (the files beside this one hold the triggers that
-- refuse anything else): a correction is a new row. `seq` is the entry of the log that brought the row in; the entry's
-- `at` is the moment when the record learned it.

create table meta (
  name text primary key,
  value text not null
);

-- Chained: hash = sha256 of previous hash, seq, at, who, act, body. The body holds a digest of the rows it brought in.
create table log (
  seq integer primary key,
  at text not null,
  who text not null,
  act text not null,
  body text not null,
  previous text not null,
  hash text not null
);

-- One text as it came. `id` is the beginning of the bytes' hash, so the same bytes are one row. `body` holds name,
-- got (from, at), title, published, source, url. `text` is null in a record without full texts; `form` is 'plain', or
-- 'json' for a text that a database can't hold as it is (a NUL, half a surrogate pair). `sketch` tells likeness.
create table article (
  id text primary key,
  seq integer not null references log (seq),
  bytes_hash text not null,
  text_hash text not null,
  prose_hash text,
  form text not null,
  text text,
  prose text,
  sketch text,
  body text not null
);
create index article_seq on article (seq);

-- One reading of one article by one version of the reader, for one day of publication. `body` holds publishedFrom,
-- the ids of its claims in the order of the text, and what could not be told.
create table reading (
  id text primary key,
  seq integer not null references log (seq),
  article text not null references article (id),
  reader text not null,
  published text,
  target text,
  body text not null
);
create index reading_article on reading (article);
create index reading_seq on reading (seq);

-- `id` is made of the article and all that the claim says, so two readings that say the same share the row; `gist` of
-- the article, the place and the claim's key alone, so that a ruling holds when a newer reader only refines a detail.
create table claim (
  id text primary key,
  seq integer not null references log (seq),
  article text not null references article (id),
  kind text not null,
  gist text not null,
  body text not null
);
create index claim_article on claim (article);
create index claim_seq on claim (seq);

-- What a person ruled on a claim: accepted, edited (body holds the claim as it should be), rejected, withdrawn.
create table ruling (
  id text primary key,
  seq integer not null references log (seq),
  claim text not null references claim (id),
  verdict text not null,
  body text,
  note text
);
create index ruling_claim on ruling (claim);

create table matter (
  id text not null,
  seq integer not null references log (seq),
  body text not null,
  primary key (id, seq)
);

create table draft (
  id text not null,
  seq integer not null references log (seq),
  matter text not null,
  body text not null,
  primary key (id, seq)
);
create index draft_matter on draft (matter);

-- Where a claim belongs when a person moved it by hand; without a row the rule decides.
create table attachment (
  claim text not null references claim (id),
  seq integer not null references log (seq),
  matter text,
  draft text,
  note text,
  primary key (claim, seq)
);

create table answer (
  id text primary key,
  seq integer not null references log (seq),
  activity text not null,
  asked_for text not null,
  known text,
  versions text not null,
  body text not null
);

create table ceiling_report (
  id text primary key,
  seq integer not null references log (seq),
  ceiling text not null,
  period_from text not null,
  period_to text not null,
  source text not null,
  value double precision not null,
  unit text not null,
  factor double precision,
  cited text not null,
  note text
);
create index ceiling_report_ceiling on ceiling_report (ceiling, period_from);
