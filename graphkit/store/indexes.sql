CREATE INDEX mention_by_entity ON mention (entity);
CREATE INDEX mention_by_name ON mention (type, key);
CREATE INDEX evidence_by_relation ON evidence (relation);
CREATE INDEX entity_by_name ON entity (name);
CREATE INDEX alias_by_surface ON alias (surface);
CREATE INDEX relation_by_head ON relation (head);
CREATE INDEX relation_by_tail ON relation (tail);
