#include "claims/record_statements.h"

#include "claims/state.h"

namespace selon {

RecordStatements::RecordStatements(SQLite::Database& sqlite)
    : latest_revision(sqlite,
                      "SELECT a.id, r.number, r.sha256, r.claims, r.findings, r.id, r.at FROM articles AS a "
                      "LEFT JOIN revisions AS r ON r.id = a.latest_revision WHERE a.key = ?"),
      text_of_revision(sqlite, "SELECT text FROM revisions WHERE id = ?"),
      insert_article(sqlite, "INSERT INTO articles (key) VALUES (?)"),
      insert_revision(
          sqlite,
          "INSERT INTO revisions (article_id, number, at, recorded_at, sha256, path, format, lang, "
          "url, published, modified, publisher, selon_version, pack_version, claims, unclaimed, "
          "findings, headline, authors, bylines, credits, text, layout) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      set_latest(sqlite, "UPDATE articles SET latest_revision = ? WHERE id = ?"),
      highest_claim(sqlite, "SELECT max(id) FROM claims WHERE id >= ? AND id < ?"),
      insert_claim(
          sqlite,
          "INSERT INTO claims (id, revision_id, status, is_claim, anonymous, kind, resolution, stance, "
          "polarity, modality, rule, source_id, via_id, continues, line, column, "
          "statement_start, statement_end, source_start, source_end, cue_start, cue_end, "
          "addressee_start, addressee_end, date_start, date_end, place_start, place_end, "
          "content_spans, candidates, source_name, mention, cue, lemma, addressee, date, place, content) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      insert_claim_source(sqlite,
                          "INSERT OR IGNORE INTO claim_sources (source_id, claim_id, recorded_id, role) "
                          "VALUES (?,?,?,?)"),
      index_claims(sqlite,
                   "INSERT INTO claims_fts (rowid, content, source, headline) "
                   "SELECT id, content, source, headline FROM claims_text WHERE id BETWEEN ? AND ?"),
      insert_finding(
          sqlite,
          "INSERT INTO findings (revision_id, rule, severity, message, start, \"end\", line, column) "
          "VALUES (?,?,?,?,?,?,?,?)"),
      revision_numbered(sqlite,
                        "SELECT r.article_id, r.number, r.at, a.key FROM revisions AS r JOIN articles AS a "
                        "ON a.id = r.article_id WHERE r.id = ?"),
      forget_indexed(sqlite,
                     "INSERT INTO claims_fts (claims_fts, rowid, content, source, headline) "
                     "SELECT 'delete', t.id, t.content, t.source, t.headline FROM claims AS c "
                     "JOIN claims_text AS t ON t.id = c.id WHERE c.revision_id = ?"),
      unlink_verifications(sqlite, "UPDATE verifications SET claim_id = NULL WHERE revision_id = ?"),
      forget_claim_sources(
          sqlite,
          "DELETE FROM claim_sources WHERE claim_id IN (SELECT id FROM claims WHERE revision_id = ?)"),
      forget_claims(sqlite, "DELETE FROM claims WHERE revision_id = ?"),
      forget_findings(sqlite, "DELETE FROM findings WHERE revision_id = ?"),
      update_revision(sqlite,
                      "UPDATE revisions SET selon_version = ?, pack_version = ?, claims = ?, unclaimed = ?, "
                      "findings = ?, bylines = ?, credits = ?, layout = ? WHERE id = ?"),
      forget_verifications(sqlite, "DELETE FROM verifications WHERE revision_id = ?"),
      verified_spans(sqlite, "SELECT id, start, \"end\" FROM verifications WHERE revision_id = ?"),
      link_verification(sqlite, "UPDATE verifications SET claim_id = ? WHERE id = ?"),
      claims_at(sqlite,
                "SELECT id, content_spans FROM claims WHERE revision_id = ? AND status = 'attributed' "
                "ORDER BY id DESC"),
      insert_verification(
          sqlite,
          "INSERT OR REPLACE INTO verifications (revision_id, claim_id, start, \"end\", passes, edge_cut, "
          "verified_at, class, candidate_path, candidate_line, candidate_column, candidate_speaker, "
          "candidate_text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      find_source(
          sqlite,
          "SELECT id, name, kind, country, metonym_of, known, pack_version FROM sources WHERE ref = ?"),
      find_unnamed(sqlite, "SELECT id FROM sources WHERE article_id = ? AND name = ? ORDER BY id"),
      find_alias(sqlite,
                 "SELECT coalesce(s.same_as, s.id) FROM source_decisions AS d JOIN sources AS s "
                 "ON s.id = d.into_id WHERE d.folded = ? AND d.undone_at IS NULL ORDER BY d.id LIMIT 1"),
      same_source(sqlite, "SELECT coalesce(same_as, id) FROM sources WHERE id = ?"),
      join_source(sqlite, "UPDATE sources SET same_as = ?1 WHERE id = ?2 OR same_as = ?2"),
      move_claims(sqlite, "UPDATE claim_sources SET source_id = ? WHERE source_id = ?"),
      insert_source(sqlite,
                    "INSERT INTO sources (ref, name, kind, country, metonym_of, anonymous, vague, known, "
                    "pack_version, article_id) VALUES (?,?,?,?,?,?,?,?,?,?)"),
      update_source(sqlite,
                    "UPDATE sources SET name = ?, kind = ?, country = ?, metonym_of = ?, known = ?, "
                    "pack_version = ? WHERE id = ?"),
      insert_alias(
          sqlite, "INSERT OR IGNORE INTO source_aliases (source_id, folded, alias, origin) VALUES (?,?,?,?)"),
      last_id(sqlite, "SELECT last_insert_rowid()") {}

void RecordStatementsDeleter::operator()(RecordStatements* statements) const { delete statements; }

}  // namespace selon
