-- What a matter's articles are looked up by.
create index reading_target on reading (target);
