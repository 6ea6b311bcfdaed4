-- One build of a graph: what was read, what was found in it, what that was resolved to.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE skipped (path TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE document (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, damaged INTEGER NOT NULL, characters INTEGER NOT NULL
) WITHOUT ROWID;
-- blocks: [[kind, start, end], …]; pieces: [[start, source, length], …], where each run of the text stands in the source
CREATE TABLE article (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document, number INTEGER NOT NULL, title TEXT NOT NULL, kicker TEXT NOT NULL,
  subtitle TEXT NOT NULL, byline TEXT NOT NULL, dateline TEXT NOT NULL, paper TEXT NOT NULL, place TEXT NOT NULL, date TEXT NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL, pieces TEXT NOT NULL
) WITHOUT ROWID;
-- key: the identity within the article's context; details: what is told beside the name; entity: what it was resolved to over all articles
CREATE TABLE mention (
  article TEXT NOT NULL REFERENCES article, start INTEGER NOT NULL, end INTEGER NOT NULL, type TEXT NOT NULL, surface TEXT NOT NULL,
  source TEXT NOT NULL, deictic INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL, region TEXT NOT NULL, details TEXT NOT NULL, entity TEXT,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;
-- One piece of evidence of one relation; the ends' own spans are null where an end came from the context
CREATE TABLE evidence (
  article TEXT NOT NULL REFERENCES article, start INTEGER NOT NULL, end INTEGER NOT NULL, type TEXT NOT NULL,
  head_type TEXT NOT NULL, head_key TEXT NOT NULL, head_name TEXT NOT NULL, head_region TEXT NOT NULL, head_start INTEGER, head_end INTEGER,
  tail_type TEXT NOT NULL, tail_key TEXT NOT NULL, tail_name TEXT NOT NULL, tail_region TEXT NOT NULL, tail_start INTEGER, tail_end INTEGER,
  attributes TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL, head TEXT, tail TEXT, relation TEXT
);
CREATE TABLE entity (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL, reason TEXT NOT NULL,
  mentions INTEGER NOT NULL, articles INTEGER NOT NULL, attributes TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE alias (entity TEXT NOT NULL REFERENCES entity, surface TEXT NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY (entity, surface)) WITHOUT ROWID;
CREATE TABLE relation (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, head TEXT NOT NULL REFERENCES entity, tail TEXT NOT NULL REFERENCES entity, attributes TEXT NOT NULL,
  confidence REAL NOT NULL, articles INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL
) WITHOUT ROWID;
