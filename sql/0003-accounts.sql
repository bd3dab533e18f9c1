-- Who may sign in to a server of this record. A change is a new row. `secret` is never the password or the token itself
-- but its hash (scrypt with salt for a password, SHA-256 for a token of 256 random bits); exports leave it out, and
-- `secret_hash` stands for it in the log's digest.
create table account (
  id text not null,
  seq integer not null references log (seq),
  body text not null,
  secret text,
  secret_hash text,
  primary key (id, seq)
);

create table access_token (
  id text not null,
  seq integer not null references log (seq),
  account text not null,
  body text not null,
  secret text,
  secret_hash text,
  primary key (id, seq)
);
create index access_token_account on access_token (account);

-- Lists of articles go through the record in this order.
create index reading_published on reading (published, article);
