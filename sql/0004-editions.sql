-- What the law and the lists of one edition of the data held, measure by measure as hashes, so that a later answer can
-- tell a change of the law from a correction of the data. `id` is made of the body.
create table edition (
  id text primary key,
  seq integer not null references log (seq),
  body text not null
);

create index answer_seq on answer (seq);
