#include "claims/schema.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "claims/schema_scripts.h"

namespace selon {

namespace {

// Version 1.
//
// Times are ISO 8601 in UTC ("2023-07-28T07:52:00Z"). Starts and ends are byte offsets
// into revisions.text, end exclusive; lines and columns count from 1 in the file
// that was read, columns in characters. Enumerations are the words of DESIGN.
//
// No deletion cascades: who deletes a claim must first tell the full-text index, while
// the row and its revision's headline are still there (the 'delete' command of FTS5
// with the columns of claims_text).
//
// Checks are written with OR: for IN with three words or more SQLite would build a
// table at each insert, and recording would take twice as long.
constexpr std::string_view version_1 = R"sql(
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  latest_revision INTEGER REFERENCES revisions (id)
) STRICT;
CREATE INDEX articles_by_latest ON articles (latest_revision);

-- sha256 is that of the file's bytes, or of the text of a JSONL record. claims,
-- unclaimed (is_claim = 0) and findings count the revision's rows.
-- Long columns stand last: the others are read without them.
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  lang TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT NOT NULL,
  modified TEXT NOT NULL,
  publisher TEXT NOT NULL,
  selon_version TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  claims INTEGER NOT NULL,
  unclaimed INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  headline TEXT NOT NULL,
  authors TEXT NOT NULL,
  bylines TEXT NOT NULL,
  credits TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  metonym_of TEXT NOT NULL,
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  vague INTEGER NOT NULL CHECK (vague IN (0, 1)),
  known INTEGER NOT NULL CHECK (known IN (0, 1)),
  pack_version TEXT NOT NULL
) STRICT;

-- Every name of a source, its own included. folded: lower case, without accents and
-- punctuation, œ as oe, one space between words.
CREATE TABLE source_aliases (
  source_id INTEGER NOT NULL REFERENCES sources (id),
  folded TEXT NOT NULL,
  alias TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin = 'name' OR origin = 'pack' OR origin = 'article'),
  PRIMARY KEY (source_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_aliases_by_folded ON source_aliases (folded);

-- What was attributed. is_claim is 0 where the cue is negated, asked or in the
-- future. source_name is the source's name as it was then, which the full-text
-- index holds; source_id and via_id repeat what claim_sources says.
CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id),
  status TEXT NOT NULL CHECK (status = 'attributed' OR status = 'credited' OR status = 'carried'),
  is_claim INTEGER NOT NULL CHECK (is_claim IN (0, 1)),
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  kind TEXT CHECK (kind = 'direct' OR kind = 'indirect' OR kind = 'mixed' OR kind = 'according_to'),
  resolution TEXT,
  stance TEXT CHECK (stance = 'neutral' OR stance = 'committed' OR stance = 'doubtful'),
  polarity TEXT NOT NULL CHECK (polarity = 'affirmed' OR polarity = 'negated' OR polarity = 'denied'),
  modality TEXT NOT NULL CHECK (modality = 'asserted' OR modality = 'conditional' OR modality = 'future'
    OR modality = 'question'),
  rule TEXT,
  source_id INTEGER,
  via_id INTEGER,
  continues INTEGER REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  line INTEGER NOT NULL,
  column INTEGER NOT NULL,
  statement_start INTEGER,
  statement_end INTEGER,
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  addressee_start INTEGER,
  addressee_end INTEGER,
  date_start INTEGER,
  date_end INTEGER,
  place_start INTEGER,
  place_end INTEGER,
  content_spans TEXT NOT NULL,
  candidates TEXT NOT NULL,
  source_name TEXT NOT NULL,
  mention TEXT,
  cue TEXT,
  lemma TEXT,
  addressee TEXT,
  date TEXT,
  place TEXT,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_revision ON claims (revision_id);
CREATE INDEX claims_by_continued ON claims (continues) WHERE continues IS NOT NULL;

-- The claims of a source, newest first by reading backwards.
CREATE TABLE claim_sources (
  source_id INTEGER NOT NULL REFERENCES sources (id),
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  role TEXT NOT NULL CHECK (role = 'speaker' OR role = 'credit' OR role = 'relay'),
  PRIMARY KEY (source_id, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_sources_by_claim ON claim_sources (claim_id);

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id),
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity = 'error' OR severity = 'warning' OR severity = 'info'),
  message TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  line INTEGER NOT NULL,
  column INTEGER NOT NULL
) STRICT;
CREATE INDEX findings_by_revision ON findings (revision_id);

-- What the full-text index is made from. The tokenizer folds accents and case, but
-- not œ and æ; who searches must fold them in the same way (claims/fold.h). Who
-- inserts or deletes claims tells the index: by triggers it would need a trusted
-- schema, and a database may come from anyone.
CREATE VIEW claims_text AS
  SELECT c.id AS id,
    replace(replace(replace(replace(c.content, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE') AS content,
    replace(replace(replace(replace(c.source_name || ' ' || coalesce(c.mention, ''),
      'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE') AS source,
    replace(replace(replace(replace(r.headline, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE') AS headline
  FROM claims AS c JOIN revisions AS r ON r.id = c.revision_id;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  content, source, headline,
  content = 'claims_text', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The views: the interface for sqlite3, Datasette, DuckDB and pandas. Their columns
-- stay when tables change.

-- One row for each article, as its latest revision has it.
CREATE VIEW v_articles AS
  SELECT a.key AS article,       -- URL, path, or the key given
    r.headline AS headline,
    r.publisher AS publisher,
    r.url AS url,
    r.lang AS lang,
    r.number AS revisions,       -- how many there are
    r.at AS at,                  -- time of the latest revision
    (SELECT min(f.recorded_at) FROM revisions AS f WHERE f.article_id = a.id) AS first_recorded,
    r.recorded_at AS last_recorded,
    r.claims AS claims,          -- in the latest revision
    r.findings AS findings
  FROM articles AS a JOIN revisions AS r ON r.id = a.latest_revision;

-- One row for each revision.
CREATE VIEW v_revisions AS
  SELECT a.key AS article,
    r.number AS revision,        -- from 1
    a.latest_revision = r.id AS latest,
    r.at AS at,                  -- time of the revision: modified, else published, else recorded_at
    r.recorded_at AS recorded_at,
    r.headline AS headline,
    r.publisher AS publisher,
    r.authors AS authors,        -- a JSON list
    r.bylines AS bylines,        -- refs of the article's own sources, a JSON list
    r.credits AS credits,        -- refs of the sources of its pictures, a JSON list
    r.url AS url,
    r.path AS path,
    r.format AS format,
    r.lang AS lang,
    r.published AS published,    -- as the article says
    r.modified AS modified,
    r.sha256 AS sha256,          -- of the file, or of a JSONL record's text
    r.selon_version AS selon_version,
    r.pack_version AS pack_version,
    r.claims AS claims,
    r.findings AS findings,
    r.text AS text               -- what starts and ends count in, in UTF-8 bytes
  FROM revisions AS r JOIN articles AS a ON a.id = r.article_id;

-- One row for each attribution, credited caption and carried statement, claim or not.
CREATE VIEW v_recorded AS
  SELECT c.id AS id,             -- ascending with time
    a.key AS article,
    r.number AS revision,
    a.latest_revision = r.id AS latest,
    r.at AS at,
    s.name AS source,            -- null: no source known
    s.ref AS ref,
    s.kind AS source_kind,
    s.country AS country,
    c.anonymous AS anonymous,    -- 1: no name is given
    v.name AS via,               -- the relay: "according to AFP, citing KCNA"
    c.content AS content,        -- what is said
    c.mention AS mention,        -- the source's words in the text
    c.cue AS cue,                -- the words that attribute
    c.lemma AS lemma,
    c.status AS status,          -- attributed, credited, carried
    c.kind AS kind,              -- direct, indirect, mixed, according_to
    c.resolution AS resolution,  -- how the source was told: name, alias, pronoun, ...
    c.stance AS stance,          -- neutral, committed, doubtful
    c.polarity AS polarity,      -- affirmed, negated, denied
    c.modality AS modality,      -- asserted, conditional, future, question
    c.is_claim AS is_claim,      -- 0: the cue is negated, asked or in the future
    c.continues AS continues,    -- of a carried claim: id of the one it goes on
    c.candidates AS candidates,  -- possible names where the source is ambiguous, a JSON list
    c.addressee AS addressee,
    c.date AS date,              -- the words that date the saying
    c.place AS place,
    c.rule AS rule,              -- id of the pattern
    r.path AS path,
    c.line AS line,
    c.column AS column,
    c.statement_start AS statement_start,
    c.statement_end AS statement_end,
    c.source_start AS source_start,
    c.source_end AS source_end,
    c.cue_start AS cue_start,
    c.cue_end AS cue_end,
    c.content_spans AS content_spans,  -- [[start,end],...]
    r.headline AS headline,
    r.publisher AS publisher,
    r.recorded_at AS recorded_at
  FROM claims AS c
    JOIN revisions AS r ON r.id = c.revision_id
    JOIN articles AS a ON a.id = r.article_id
    LEFT JOIN sources AS s ON s.id = c.source_id
    LEFT JOIN sources AS v ON v.id = c.via_id;

-- One row for each claim: v_recorded without what is none.
CREATE VIEW v_claims AS SELECT * FROM v_recorded WHERE is_claim = 1;

-- One row for each source; counts and times over all revisions.
CREATE VIEW v_sources AS
  SELECT s.ref AS ref,
    s.name AS name,
    s.kind AS kind,
    s.country AS country,
    s.metonym_of AS metonym_of,  -- what a place stands for
    s.anonymous AS anonymous,
    s.vague AS vague,            -- 1: no one at all ("some say")
    s.known AS known,            -- 1: from a rule pack
    (SELECT json_group_array(l.alias) FROM source_aliases AS l WHERE l.source_id = s.id) AS names,
    count(*) AS claims,
    count(DISTINCT r.article_id) AS articles,
    min(r.at) AS first_seen,
    max(r.at) AS last_seen
  FROM sources AS s
    JOIN claim_sources AS cs ON cs.source_id = s.id AND cs.role <> 'relay'
    JOIN claims AS c ON c.id = cs.claim_id AND c.is_claim = 1
    JOIN revisions AS r ON r.id = c.revision_id
  GROUP BY s.id;

-- One row for each finding of an audit.
CREATE VIEW v_findings AS
  SELECT a.key AS article,
    r.number AS revision,
    a.latest_revision = r.id AS latest,
    r.at AS at,
    f.rule AS rule,              -- "source.near-miss"
    f.severity AS severity,      -- error, warning, info
    f.message AS message,
    r.path AS path,
    f.line AS line,
    f.column AS column,
    f.start AS start,
    f."end" AS "end"
  FROM findings AS f
    JOIN revisions AS r ON r.id = f.revision_id
    JOIN articles AS a ON a.id = r.article_id;
)sql";

// Version 2: a source without a name ("un témoin", "le maire") belongs to one article,
// and is called as that article calls it. Version 1 had one for all articles.
//
// Which stored sources have no name: the anonymous and the vague, and, as version 1
// doesn't say, those whose name is a noun phrase with a small letter first ("le maire").
constexpr std::string_view version_2 = R"sql(
-- article_id: the article of a source without a name; null where it has one.
ALTER TABLE sources ADD COLUMN article_id INTEGER REFERENCES articles (id);
CREATE INDEX sources_by_article ON sources (article_id, name) WHERE article_id IS NOT NULL;

-- One row for each claim of an unnamed source, with the name it had there.
CREATE TEMP TABLE unnamed_claims AS
  SELECT s.id AS old_id, s.ref AS ref, cs.claim_id AS claim_id, cs.role AS role, r.article_id AS article_id,
    CASE WHEN c.source_id = s.id AND c.source_name <> '' THEN c.source_name ELSE s.name END AS name
  FROM sources AS s
    JOIN claim_sources AS cs ON cs.source_id = s.id
    JOIN claims AS c ON c.id = cs.claim_id
    JOIN revisions AS r ON r.id = c.revision_id
  WHERE s.known = 0 AND (s.anonymous = 1 OR s.vague = 1
    OR s.name GLOB '[a-z]* *' OR s.name GLOB '[a-z]*''*' OR s.name GLOB '[a-z]*’*');
CREATE TEMP TABLE unnamed_sources AS
  SELECT old_id, article_id, name, ref || '@' || article_id ||
    CASE number WHEN 1 THEN '' ELSE '-' || number END AS ref
  FROM (SELECT old_id, article_id, name, ref, row_number() OVER (PARTITION BY old_id, article_id
      ORDER BY first_claim) AS number
    FROM (SELECT old_id, article_id, name, ref, min(claim_id) AS first_claim FROM unnamed_claims
      GROUP BY old_id, article_id, name));

INSERT INTO sources (ref, name, kind, country, metonym_of, anonymous, vague, known, pack_version, article_id)
  SELECT u.ref, u.name, s.kind, s.country, s.metonym_of, s.anonymous, s.vague, 0, '', u.article_id
  FROM unnamed_sources AS u JOIN sources AS s ON s.id = u.old_id;
INSERT OR IGNORE INTO source_aliases (source_id, folded, alias, origin)
  SELECT s.id, fold_name(s.name), s.name, 'name' FROM sources AS s
  WHERE s.article_id IS NOT NULL AND fold_name(s.name) <> '';

CREATE TEMP TABLE unnamed_moves AS
  SELECT c.old_id AS old_id, c.claim_id AS claim_id, c.role AS role, s.id AS new_id
  FROM unnamed_claims AS c
    JOIN unnamed_sources AS u ON u.old_id = c.old_id AND u.article_id = c.article_id AND u.name = c.name
    JOIN sources AS s ON s.ref = u.ref;
CREATE INDEX temp.unnamed_moves_by_claim ON unnamed_moves (claim_id, old_id);
INSERT INTO claim_sources (source_id, claim_id, role) SELECT new_id, claim_id, role FROM unnamed_moves;
UPDATE claims SET
  source_id = coalesce((SELECT m.new_id FROM unnamed_moves AS m
    WHERE m.claim_id = claims.id AND m.old_id = claims.source_id), source_id),
  via_id = coalesce((SELECT m.new_id FROM unnamed_moves AS m
    WHERE m.claim_id = claims.id AND m.old_id = claims.via_id), via_id)
  WHERE id IN (SELECT claim_id FROM unnamed_moves);
DELETE FROM claim_sources WHERE source_id IN (SELECT old_id FROM unnamed_moves);
DELETE FROM source_aliases WHERE source_id IN (SELECT old_id FROM unnamed_moves);
DELETE FROM sources WHERE id IN (SELECT old_id FROM unnamed_moves);
DROP TABLE temp.unnamed_moves;
DROP TABLE temp.unnamed_sources;
DROP TABLE temp.unnamed_claims;
)sql";

const std::array<Migration, 3>& table() {
  static const std::array<Migration, 3> migrations{{
      {1, version_1},
      {2, version_2},
      {3, schema_version_3},
  }};
  return migrations;
}

}  // namespace

std::span<const Migration> migrations() { return table(); }

int current_schema_version() { return table().back().version; }

std::int64_t first_claim_id(std::int64_t seconds) {
  using namespace std::chrono;
  constexpr std::int64_t epoch = sys_seconds{sys_days{year{1700} / January / 1}}.time_since_epoch().count();
  constexpr std::int64_t last_minute = (std::int64_t{1} << 28) - 1;
  const std::int64_t minute = std::clamp((seconds - epoch) / 60, std::int64_t{0}, last_minute);
  return minute << claim_id_sequence_bits;
}

}  // namespace selon
