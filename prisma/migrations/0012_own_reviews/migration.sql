-- Internal audits and management reviews: what an agency looks at by itself, at least once a year each.
CREATE TYPE "review_kind" AS ENUM ('internal_audit', 'management_review');

CREATE TABLE "agency_review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "kind" "review_kind" NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE NOT NULL,
    "participants" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "minutes_id" UUID,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_review_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "agency_review_agency_id_ended_on_idx" ON "agency_review"("agency_id", "ended_on");
ALTER TABLE "agency_review" ADD CONSTRAINT "agency_review_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agency_review" ADD CONSTRAINT "agency_review_agency_id_minutes_id_fkey" FOREIGN KEY ("agency_id", "minutes_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE agency_review ADD CHECK (ended_on >= started_on),
  ADD CHECK (length(btrim(participants)) > 0 AND participants IS NFC NORMALIZED AND length(participants) <= 500),
  ADD CHECK (length(btrim(scope)) > 0 AND scope IS NFC NORMALIZED AND length(scope) <= 1000),
  ADD CHECK (length(btrim(findings)) > 0 AND findings IS NFC NORMALIZED AND length(findings) <= 4000);

CREATE TRIGGER agency_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agency_review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE agency_review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON agency_review FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON agency_review FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON agency_review FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
CREATE POLICY own_insert ON agency_review FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY export ON agency_review FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON agency_review TO nenep_app;
GRANT SELECT ON agency_review TO nenep_reader;
