alter table edition alter column id type text collate "C", alter column body type text collate "C";
create trigger only_added before update or delete or truncate on edition for each statement execute function only_added();
