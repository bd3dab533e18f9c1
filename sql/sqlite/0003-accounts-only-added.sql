create trigger account_no_update before update on account begin select raise(abort, 'rows of the record are only added'); end;
create trigger account_no_delete before delete on account begin select raise(abort, 'rows of the record are only added'); end;
create trigger access_token_no_update before update on access_token begin select raise(abort, 'rows of the record are only added'); end;
create trigger access_token_no_delete before delete on access_token begin select raise(abort, 'rows of the record are only added'); end;
