do $$
declare
  each record;
begin
  for each in
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and table_name in ('account', 'access_token')
  loop
    execute format('alter table %I alter column %I type text collate "C"', each.table_name, each.column_name);
  end loop;
end $$;
create trigger only_added before update or delete or truncate on account for each statement execute function only_added();
create trigger only_added before update or delete or truncate on access_token for each statement execute function only_added();
