// The statements of recording, prepared once for a connection.
#pragma once

#include "claims/statement.h"

namespace selon {

struct RecordStatements {
  explicit RecordStatements(SQLite::Database& sqlite);

  Prepared latest_revision;
  Prepared insert_article;
  Prepared insert_revision;
  Prepared set_latest;
  Prepared highest_claim;
  Prepared insert_claim;
  Prepared insert_claim_source;
  Prepared index_claims;
  Prepared insert_finding;
  Prepared find_source;
  Prepared find_unnamed;
  Prepared insert_source;
  Prepared update_source;
  Prepared insert_alias;
  Prepared last_id;
};

}  // namespace selon
