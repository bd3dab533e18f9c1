-- The state that a claim says it is about (`target` of a stance, `against` of an event or a measure).
create index claim_about on claim (coalesce(json_extract(body, '$.target'), json_extract(body, '$.against')));
