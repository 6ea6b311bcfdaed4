UPDATE mention SET entity = entity_id(type, key);
UPDATE evidence SET head = entity_id(head_type, head_key), tail = entity_id(tail_type, tail_key);

-- Every name under which an entity appears, of mentions and of ends that came from the context
CREATE TEMP TABLE appearance AS
  SELECT entity, type, key, name, region, reason, article, NOT deictic AS said FROM mention
  UNION ALL SELECT head, head_type, head_key, head_name, head_region, '', article, 0 FROM evidence
  UNION ALL SELECT tail, tail_type, tail_key, tail_name, tail_region, '', article, 0 FROM evidence;

-- The name: the one with most articles, of those the longest, of those the first
CREATE TEMP TABLE named AS
  SELECT entity, name, row_number() OVER (
    PARTITION BY entity ORDER BY count(DISTINCT article) DESC, length(name) DESC, name) AS rank
  FROM appearance GROUP BY entity, name;

INSERT INTO entity
  SELECT a.entity, a.type, a.key, n.name, max(a.region), max(a.reason), sum(a.said), count(DISTINCT a.article), '{}'
  FROM appearance a JOIN named n ON n.entity = a.entity AND n.rank = 1
  GROUP BY a.entity ORDER BY a.entity;

INSERT INTO alias
  SELECT entity, replace(replace(surface, char(10), ''), ' ', ''), count(*) FROM mention WHERE NOT deictic GROUP BY 1, 2 ORDER BY 1, 2;

DROP TABLE appearance;
DROP TABLE named;
