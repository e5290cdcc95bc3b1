// The statements of recording, prepared once for a connection.
#pragma once

#include "claims/statement.h"

namespace selon {

struct RecordStatements {
  explicit RecordStatements(SQLite::Database& sqlite);

  Prepared latest_revision;
  Prepared text_of_revision;
  Prepared insert_article;
  Prepared insert_revision;
  Prepared set_latest;
  Prepared highest_claim;
  Prepared insert_claim;
  Prepared insert_claim_source;
  Prepared index_claims;
  Prepared insert_finding;
  Prepared revision_numbered;
  Prepared forget_indexed;
  Prepared unlink_verifications;
  Prepared forget_claim_sources;
  Prepared forget_claims;
  Prepared forget_findings;
  Prepared update_revision;
  Prepared forget_verifications;
  Prepared verified_spans;
  Prepared link_verification;
  Prepared claims_at;
  Prepared insert_verification;
  Prepared find_source;
  Prepared find_unnamed;
  Prepared find_alias;
  Prepared same_source;
  Prepared join_source;
  Prepared move_claims;
  Prepared insert_source;
  Prepared update_source;
  Prepared insert_alias;
  Prepared last_id;
};

}  // namespace selon
