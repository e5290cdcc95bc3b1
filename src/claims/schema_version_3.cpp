#include "claims/schema_scripts.h"

namespace selon {

// Version 3: sources that are one are taken together, a revision can be read again, and
// quotations have the outcome of their verification.
//
// A source merged into another keeps its row, and its claims keep what was read
// (claims.source_id, claim_sources.recorded_id): every decision can be undone.
const std::string_view schema_version_3 = R"sql(
-- layout: blocks, italics and places in the file, as JSON, with which the text can be
-- analysed again; null where an earlier schema recorded it.
ALTER TABLE revisions ADD COLUMN layout TEXT;

-- same_as: the source that this one was merged into, never itself merged; or null.
ALTER TABLE sources ADD COLUMN same_as INTEGER REFERENCES sources (id);
CREATE INDEX sources_by_same_as ON sources (same_as) WHERE same_as IS NOT NULL;

DROP VIEW v_claims;
DROP VIEW v_recorded;
DROP VIEW v_sources;

-- The claims of a source, newest first by reading backwards. source_id is the source that
-- counts, so that a source's claims stand together in time whatever was merged;
-- recorded_id the one that was read.
CREATE TABLE claim_sources_3 (
  source_id INTEGER NOT NULL REFERENCES sources (id),
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  recorded_id INTEGER NOT NULL REFERENCES sources (id),
  role TEXT NOT NULL CHECK (role = 'speaker' OR role = 'credit' OR role = 'relay'),
  PRIMARY KEY (source_id, claim_id, recorded_id)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_sources_3 (source_id, claim_id, recorded_id, role)
  SELECT source_id, claim_id, source_id, role FROM claim_sources;
DROP TABLE claim_sources;
ALTER TABLE claim_sources_3 RENAME TO claim_sources;
CREATE INDEX claim_sources_by_claim ON claim_sources (claim_id);

-- What a user said of sources. Who is one with whom follows from the decisions that aren't
-- undone, in their order (claims/source_decisions.h); sources.same_as repeats it. merge: source_id is into_id. alias: `alias`
-- (folded as in source_aliases) is a name of into_id.
CREATE TABLE source_decisions (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action = 'merge' OR action = 'alias'),
  source_id INTEGER REFERENCES sources (id),
  into_id INTEGER NOT NULL REFERENCES sources (id),
  alias TEXT,
  folded TEXT,
  undone_at TEXT,
  CHECK ((action = 'merge') = (source_id IS NOT NULL) AND (action = 'alias') = (folded IS NOT NULL))
) STRICT;
CREATE INDEX source_decisions_by_folded ON source_decisions (folded) WHERE folded IS NOT NULL;
CREATE INDEX source_decisions_by_source ON source_decisions (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX source_decisions_by_into ON source_decisions (into_id);

-- The latest verification of a quotation. claim_id is null for a quotation in no claim.
-- passes: 1 for the classes that an editor may print (exact, typographic, initial_case,
-- marked_edit).
CREATE TABLE verifications (
  id INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id),
  claim_id INTEGER REFERENCES claims (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  passes INTEGER NOT NULL CHECK (passes IN (0, 1)),
  edge_cut INTEGER NOT NULL CHECK (edge_cut IN (0, 1)),
  verified_at TEXT NOT NULL,
  class TEXT NOT NULL,
  candidate_path TEXT,
  candidate_line INTEGER,
  candidate_column INTEGER,
  candidate_speaker TEXT,
  candidate_text TEXT,
  UNIQUE (revision_id, start, "end")
) STRICT;
CREATE INDEX verifications_by_claim ON verifications (claim_id) WHERE claim_id IS NOT NULL;

-- One row for each attribution, credited caption and carried statement, claim or not.
CREATE VIEW v_recorded AS
  SELECT c.id AS id,             -- ascending with time
    a.key AS article,
    r.number AS revision,
    a.latest_revision = r.id AS latest,
    r.at AS at,
    s.name AS source,            -- null: no source known; merged sources by the name of the one
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
    r.recorded_at AS recorded_at,
    (SELECT q.class FROM verifications AS q WHERE q.claim_id = c.id ORDER BY q.passes, q.start LIMIT 1)
      AS verification            -- class of its quotation, of several one that fails; null: not verified
  FROM claims AS c
    JOIN revisions AS r ON r.id = c.revision_id
    JOIN articles AS a ON a.id = r.article_id
    LEFT JOIN sources AS o ON o.id = c.source_id
    LEFT JOIN sources AS s ON s.id = coalesce(o.same_as, o.id)
    LEFT JOIN sources AS p ON p.id = c.via_id
    LEFT JOIN sources AS v ON v.id = coalesce(p.same_as, p.id);

-- One row for each claim: v_recorded without what is none.
CREATE VIEW v_claims AS SELECT * FROM v_recorded WHERE is_claim = 1;

-- One row for each source; counts and times over all revisions. What was merged into it is in it.
CREATE VIEW v_sources AS
  SELECT s.ref AS ref,
    s.name AS name,
    s.kind AS kind,
    s.country AS country,
    s.metonym_of AS metonym_of,  -- what a place stands for
    s.anonymous AS anonymous,
    s.vague AS vague,            -- 1: no one at all ("some say")
    s.known AS known,            -- 1: from a rule pack
    (SELECT json_group_array(n.alias) FROM
      (SELECT l.alias FROM source_aliases AS l JOIN sources AS m ON m.id = l.source_id
        WHERE m.id = s.id OR m.same_as = s.id
       UNION SELECT d.alias FROM source_decisions AS d JOIN sources AS m ON m.id = d.into_id
        WHERE d.action = 'alias' AND d.undone_at IS NULL AND (m.id = s.id OR m.same_as = s.id)) AS n) AS names,
    count(DISTINCT c.id) AS claims,
    count(DISTINCT r.article_id) AS articles,
    min(r.at) AS first_seen,
    max(r.at) AS last_seen
  FROM sources AS s
    JOIN claim_sources AS cs ON cs.source_id = s.id AND cs.role <> 'relay'
    JOIN claims AS c ON c.id = cs.claim_id AND c.is_claim = 1
    JOIN revisions AS r ON r.id = c.revision_id
  WHERE s.same_as IS NULL
  GROUP BY s.id;

-- One row for each verified quotation.
CREATE VIEW v_verifications AS
  SELECT a.key AS article,
    r.number AS revision,
    a.latest_revision = r.id AS latest,
    q.claim_id AS claim,         -- id in v_recorded; null: the quotation is in no claim
    q.class AS class,            -- exact, typographic, ... not_found, no_source
    q.passes AS passes,          -- 1: exact, typographic, initial_case, marked_edit
    q.edge_cut AS edge_cut,      -- 1: begins or ends in the middle of a clause of its source
    q.start AS start,
    q."end" AS "end",
    q.candidate_path AS candidate_path,
    q.candidate_line AS candidate_line,
    q.candidate_column AS candidate_column,
    q.candidate_speaker AS candidate_speaker,
    q.candidate_text AS candidate_text,
    q.verified_at AS verified_at
  FROM verifications AS q
    JOIN revisions AS r ON r.id = q.revision_id
    JOIN articles AS a ON a.id = r.article_id;
)sql";

}  // namespace selon
