DELETE FROM evidence WHERE head = tail;
UPDATE evidence SET relation = relation_id(type, head, tail, attributes);

-- A relation is as sure as its surest evidence; a reprint (the same sentence) counts once
INSERT INTO relation
  SELECT e.relation, e.type, e.head, e.tail,
    (SELECT attributes FROM evidence b WHERE b.relation = e.relation ORDER BY confidence DESC, article, start, attributes LIMIT 1),
    max(e.confidence), count(DISTINCT e.article),
    coalesce(min(nullif(a.date, '')), ''), coalesce(max(nullif(a.date, '')), '')
  FROM evidence e JOIN article a ON a.id = e.article
  GROUP BY e.relation ORDER BY e.relation;
