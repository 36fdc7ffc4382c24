-- A wrong entry is never deleted. It is cancelled by an act with a reason: who, when, why. What is cancelled counts in no figure and
-- no rule, and stays readable; the right value is entered anew. One act may cancel several rows: a declaration with its milestone.
CREATE TABLE "cancellation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "cancelled_by" UUID,
    "cancelled_name" TEXT NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cancellation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "cancellation_agency_id_id_key" ON "cancellation"("agency_id", "id");
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE cancellation ADD CHECK (cancelled_name <> ''),
  ADD CHECK (length(btrim(reason)) > 0 AND reason IS NFC NORMALIZED AND length(reason) <= 1000);
CREATE TRIGGER cancellation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cancellation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE cancellation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON cancellation FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON cancellation FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON cancellation FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
CREATE POLICY own_insert ON cancellation FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency())
  AND cancelled_by = (SELECT viewer_account()));
CREATE POLICY leader_insert ON cancellation FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'leader'
  AND cancelled_by = (SELECT viewer_account()));
CREATE POLICY export ON cancellation FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON cancellation TO nenep_app;
GRANT SELECT ON cancellation TO nenep_reader;

-- Who recorded an entry, and when: whoever did may take it back on the same day. Not known of what was recorded before.
ALTER TABLE "milestone" ADD COLUMN "recorded_by" UUID;
ALTER TABLE "declaration" ADD COLUMN "recorded_by" UUID;
ALTER TABLE "policy_posting" ADD COLUMN "recorded_by" UUID, ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
ALTER TABLE "quality_objective" ADD COLUMN "recorded_by" UUID, ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
ALTER TABLE "policy_posting" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "quality_objective" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "milestone" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "milestone_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "declaration" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "declaration_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agency_review" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "agency_review_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "policy_posting" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "policy_posting_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quality_objective" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "quality_objective_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is cancelled stands in nobody's way when the right value is entered.
DROP INDEX "milestone_agency_id_kind_occurred_on_key";
DROP INDEX "declaration_agency_id_number_declared_on_key";
DROP INDEX "declaration_supersedes_id_key";
CREATE UNIQUE INDEX milestone_once ON milestone (agency_id, kind, occurred_on) WHERE cancellation_id IS NULL;
CREATE UNIQUE INDEX declaration_once ON declaration (agency_id, number, declared_on) WHERE cancellation_id IS NULL;
CREATE UNIQUE INDEX declaration_superseded_once ON declaration (supersedes_id) WHERE cancellation_id IS NULL;

-- Cancelled once, a row stays as it is. A leader changes nothing else of it; an officer takes back their own entry of the day, where
-- the columns say who recorded it and when.
CREATE FUNCTION refuse_change_of_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry jsonb := to_jsonb(OLD);
BEGIN
  IF OLD.cancellation_id IS NOT NULL OR (viewer_role() = 'leader' AND to_jsonb(NEW) - 'cancellation_id' <> entry - 'cancellation_id') THEN
    RAISE EXCEPTION '% % is cancelled, or more than that changes', TG_TABLE_NAME, OLD.id USING ERRCODE = 'NN001';
  END IF;
  IF NEW.cancellation_id IS NOT NULL AND viewer_role() = 'officer' AND TG_NARGS = 2 AND (
    (entry ->> TG_ARGV[0])::uuid IS DISTINCT FROM viewer_account()
    OR ((entry ->> TG_ARGV[1])::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      IS DISTINCT FROM (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  ) THEN
    RAISE EXCEPTION '% % is not an entry of this officer today', TG_TABLE_NAME, OLD.id USING ERRCODE = 'NN003';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['milestone', 'declaration', 'agency_review', 'policy_posting', 'quality_objective'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled(''recorded_by'', ''recorded_at'')',
      t || '_cancelled', t);
    EXECUTE format('CREATE POLICY leader_cancel ON %I FOR UPDATE USING ((SELECT viewer_role()) = ''leader'')', t);
    EXECUTE format('GRANT UPDATE (cancellation_id) ON %I TO nenep_app', t);
  END LOOP;
END $$;

-- Drafts are discarded in the same way, by whoever may write them; what is approved or signed is not.
ALTER TABLE "quality_policy" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "quality_policy_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_revision" ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "document_revision_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE quality_policy ADD CHECK (cancellation_id IS NULL OR signed_on IS NULL);
ALTER TABLE document_revision ADD CHECK (cancellation_id IS NULL OR approved_on IS NULL);
DROP INDEX quality_policy_one_draft;
DROP INDEX document_revision_one_draft;
DROP INDEX "document_revision_document_id_issue_no_revision_no_key";
CREATE UNIQUE INDEX quality_policy_one_draft ON quality_policy (agency_id) WHERE signed_on IS NULL AND cancellation_id IS NULL;
CREATE UNIQUE INDEX document_revision_one_draft ON document_revision (document_id) WHERE approved_on IS NULL AND cancellation_id IS NULL;
CREATE UNIQUE INDEX document_revision_once ON document_revision (document_id, issue_no, revision_no) WHERE cancellation_id IS NULL;
CREATE TRIGGER quality_policy_cancelled BEFORE UPDATE ON quality_policy FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled();
CREATE TRIGGER document_revision_cancelled BEFORE UPDATE ON document_revision FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled();
GRANT UPDATE (cancellation_id) ON quality_policy, document_revision TO nenep_app;

-- Of a review nothing else ever changes than that it gets its minutes, or is cancelled.
CREATE OR REPLACE FUNCTION refuse_change_but_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['minutes_id', 'cancellation_id'] <> to_jsonb(OLD) - ARRAY['minutes_id', 'cancellation_id'] THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;

-- That a system has lapsed is said by the head, or by the province; nobody else takes an agency out of the figures.
DROP POLICY own_insert ON milestone;
CREATE POLICY own_insert ON milestone FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency())
  AND (kind NOT IN ('lapsed', 'ceased') OR (SELECT viewer_role()) = 'head'));
CREATE POLICY leader_lapse ON milestone FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'leader' AND kind = 'lapsed');
CREATE POLICY leader_insert ON agency_standing FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'leader');
CREATE POLICY leader_delete ON agency_standing FOR DELETE USING ((SELECT viewer_role()) = 'leader');
