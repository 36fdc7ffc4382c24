-- The same thing said twice is one thing. A form whose button was pressed twice arrives twice, at the same moment: what the
-- second says is already there, and the database is the one place where both meet.
CREATE UNIQUE INDEX "milestone_agency_id_kind_occurred_on_key" ON "milestone"("agency_id", "kind", "occurred_on");
CREATE UNIQUE INDEX "declaration_agency_id_number_declared_on_key" ON "declaration"("agency_id", "number", "declared_on");
CREATE UNIQUE INDEX "policy_posting_policy_id_place_posted_on_key" ON "policy_posting"("policy_id", "place", "posted_on");
CREATE UNIQUE INDEX "quality_objective_agency_id_year_text_key" ON "quality_objective"("agency_id", "year", "text");
-- A scope is longer than an index takes.
CREATE UNIQUE INDEX agency_review_once ON agency_review (agency_id, kind, started_on, ended_on, md5(scope));
