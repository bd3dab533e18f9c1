-- The state that a claim says it is about; found in its text, since PostgreSQL's json refuses half a surrogate pair anywhere in it.
create index claim_about on claim (
  coalesce(substring(body from '"target":"([A-Z0-9]{2,6})"'), substring(body from '"against":"([A-Z0-9]{2,6})"')));
