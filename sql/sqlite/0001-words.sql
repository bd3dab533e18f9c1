-- Full text over articles: SQLite keeps an FTS5 table.
create virtual table article_words using fts5 (id unindexed, title, text);
