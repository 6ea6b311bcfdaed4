DELETE FROM evidence WHERE head = tail;
UPDATE evidence SET relation = relation_id(type, head, tail, attributes);

-- A post is dated by what the text says, else by its article; the days are those of the relation, no attributes.
CREATE TEMP TABLE seen AS
  SELECT e.rowid AS evidence,
    coalesce(CASE e.type WHEN 'HOLDS' THEN substr(json_extract(e.attributes, '$.period'), 1, 10) END, nullif(a.date, '')) AS first,
    coalesce(CASE e.type WHEN 'HOLDS' THEN substr(json_extract(e.attributes, '$.period'), 12) END, nullif(a.date, '')) AS last
  FROM evidence e JOIN article a ON a.id = e.article;

-- A relation is as sure as its surest evidence; a reprint (the same sentence) counts once
INSERT INTO relation
  SELECT e.relation, e.type, e.head, e.tail,
    (SELECT CASE e.type WHEN 'HOLDS' THEN json_remove(attributes, '$.period', '$.precision') ELSE attributes END FROM evidence b WHERE b.relation = e.relation ORDER BY confidence DESC, article, start, attributes LIMIT 1),
    max(e.confidence), count(DISTINCT e.article),
    coalesce(min(seen.first), ''), coalesce(max(seen.last), '')
  FROM evidence e JOIN seen ON seen.evidence = e.rowid
  GROUP BY e.relation ORDER BY e.relation;

DROP TABLE seen;
