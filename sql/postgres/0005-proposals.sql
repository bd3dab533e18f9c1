alter table proposal alter column id type text collate "C", alter column claim type text collate "C", alter column body type text collate "C";
create trigger only_added before update or delete or truncate on proposal for each statement execute function only_added();
