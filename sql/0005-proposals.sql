-- A claim that no reading made: proposed by somebody or something else, for a person to rule on. Until it is accepted
-- it counts nowhere. `body` holds by, tool, for, note.
create table proposal (
  id text primary key,
  seq integer not null references log (seq),
  claim text not null references claim (id),
  body text not null
);
create index proposal_claim on proposal (claim);
