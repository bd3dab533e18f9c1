-- The record, first version. A common subset of SQLite and PostgreSQL: text, integer, double precision; dates and
-- times are ISO 8601 text in UTC, JSON is text. Nothing is updated or deleted but the two rows of `meta`: a correction
-- is a new row. `seq` is the entry of the log that brought the row in; its `at` is the moment the record learned it.

create table meta (
  name text primary key,
  value text not null
);

-- Append-only and chained: hash = sha256(previous hash, seq, at, who, act, body).
create table log (
  seq integer primary key,
  at text not null,
  who text not null,
  act text not null,
  body text not null,
  previous text not null,
  hash text not null
);

-- One text as it came. `id` is made of the bytes' hash and the place in the file, so the same bytes are one row.
create table article (
  id text primary key,
  seq integer not null references log (seq),
  name text not null,
  bytes_hash text not null,
  text_hash text not null,
  got_from text not null,
  got_at text not null,
  title text,
  published text,
  published_from text,
  outlet text,
  url text,
  text text,
  shingles text not null
);
create index article_text_hash on article (text_hash);
create index article_published on article (published);

-- The same wire in two outlets: `article` repeats `first`, and is counted once with it.
create table duplicate (
  article text primary key references article (id),
  seq integer not null references log (seq),
  first text not null references article (id),
  likeness double precision not null
);

-- One reading of one article by one version of the reader.
create table reading (
  id text primary key,
  seq integer not null references log (seq),
  article text not null references article (id),
  reader text not null,
  body text not null
);
create index reading_article on reading (article);

-- `id` is made of the article and of what the claim says, so that two readers that say the same share it.
create table claim (
  id text primary key,
  seq integer not null references log (seq),
  article text not null references article (id),
  kind text not null,
  actor text,
  happened text,
  body text not null
);
create index claim_article on claim (article);

create table reading_claim (
  reading text not null references reading (id),
  claim text not null references claim (id),
  place integer not null,
  primary key (reading, claim)
);

-- What a person ruled on a claim: accepted, edited (body holds the claim as it should be), rejected.
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
