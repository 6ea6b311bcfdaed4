DELETE FROM evidence WHERE head = tail;
UPDATE evidence SET relation = relation_id(type, head, tail, attributes);

-- The article where each sentence of a relation was printed first: what is printed again counts once and tells no later day
CREATE TEMP TABLE told AS
  SELECT e.rowid AS evidence, e.relation, e.article, a.date, sentence(a.text, e.start, e.end) AS sentence
  FROM evidence e JOIN article a ON a.id = e.article;
CREATE TEMP TABLE printed AS
  SELECT evidence,
    first_value(article) OVER first_print AS article,
    first_value(date) OVER first_print AS date
  FROM told
  WINDOW first_print AS (PARTITION BY relation, sentence ORDER BY date = '', date, article);

-- A post is dated by what the text says, else by its article; the days are those of the relation, no attributes.
CREATE TEMP TABLE seen AS
  SELECT e.rowid AS evidence, p.article,
    coalesce(CASE e.type WHEN 'HOLDS' THEN substr(json_extract(e.attributes, '$.period'), 1, 10) END, nullif(p.date, '')) AS first,
    coalesce(CASE e.type WHEN 'HOLDS' THEN substr(json_extract(e.attributes, '$.period'), 12) END, nullif(p.date, '')) AS last
  FROM evidence e JOIN printed p ON p.evidence = e.rowid;

-- A relation is as sure as its surest evidence
INSERT INTO relation
  SELECT e.relation, e.type, e.head, e.tail,
    (SELECT CASE e.type WHEN 'HOLDS' THEN json_remove(attributes, '$.period', '$.precision') ELSE attributes END FROM evidence b WHERE b.relation = e.relation ORDER BY confidence DESC, article, start, attributes LIMIT 1),
    max(e.confidence), count(DISTINCT seen.article),
    coalesce(min(seen.first), ''), coalesce(max(seen.last), '')
  FROM evidence e JOIN seen ON seen.evidence = e.rowid
  GROUP BY e.relation ORDER BY e.relation;

DROP TABLE seen;
DROP TABLE printed;
DROP TABLE told;
