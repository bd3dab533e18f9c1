-- Full text over articles: PostgreSQL keeps an expression index; words are stemmed for English.
create index article_words on article using gin (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(text, '')));
