create trigger edition_no_update before update on edition begin select raise(abort, 'rows of the record are only added'); end;
create trigger edition_no_delete before delete on edition begin select raise(abort, 'rows of the record are only added'); end;
