create trigger proposal_no_update before update on proposal begin select raise(abort, 'rows of the record are only added'); end;
create trigger proposal_no_delete before delete on proposal begin select raise(abort, 'rows of the record are only added'); end;
