-- Rows are only added, and text sorts by its code points on every server, as it does in SQLite.
create function only_added() returns trigger language plpgsql as $$
begin
  raise exception 'rows of the record are only added';
end $$;

do $$
declare
  each record;
begin
  for each in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text'
  loop
    execute format('alter table %I alter column %I type text collate "C"', each.table_name, each.column_name);
  end loop;
  for each in
    select table_name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'meta'
  loop
    execute format(
      'create trigger only_added before update or delete or truncate on %I for each statement execute function only_added()',
      each.table_name);
  end loop;
end $$;
