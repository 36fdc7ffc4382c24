-- A draft is submitted to the head, who approves it or returns it with a note. Whoever submitted it may take it back while it
-- waits. What waits is what the head reads: until then its text does not change.
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "revision_id" UUID,
    "policy_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID,
    "recorded_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "returned_by" UUID,
    "returned_name" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "returned_note" TEXT,
    "cancellation_id" UUID,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "document_revision_agency_id_id_key" ON "document_revision"("agency_id", "id");
CREATE INDEX "submission_agency_id_idx" ON "submission"("agency_id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "submission" ADD CONSTRAINT "submission_agency_id_revision_id_fkey" FOREIGN KEY ("agency_id", "revision_id") REFERENCES "document_revision"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "submission" ADD CONSTRAINT "submission_agency_id_policy_id_fkey" FOREIGN KEY ("agency_id", "policy_id") REFERENCES "quality_policy"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "submission" ADD CONSTRAINT "submission_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE submission ADD CHECK (num_nonnulls(revision_id, policy_id) = 1), ADD CHECK (recorded_name <> ''),
  ADD CHECK (note IS NFC NORMALIZED AND length(note) <= 1000),
  ADD CHECK (num_nonnulls(returned_at, returned_note, returned_name) IN (0, 3)),
  ADD CHECK (length(btrim(returned_note)) > 0 AND returned_note IS NFC NORMALIZED AND length(returned_note) <= 2000),
  ADD CHECK (cancellation_id IS NULL OR returned_at IS NULL);
-- A draft waits once.
CREATE UNIQUE INDEX submission_of_revision ON submission (revision_id) WHERE returned_at IS NULL AND cancellation_id IS NULL;
CREATE UNIQUE INDEX submission_of_policy ON submission (policy_id) WHERE returned_at IS NULL AND cancellation_id IS NULL;

-- It ends once: returned by the head, or taken back by whoever made it.
CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends text[] := CASE viewer_role() WHEN 'head' THEN ARRAY['returned_by', 'returned_name', 'returned_at', 'returned_note']
    ELSE ARRAY['cancellation_id'] END;
BEGIN
  IF OLD.returned_at IS NOT NULL OR OLD.cancellation_id IS NOT NULL OR to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends THEN
    RAISE EXCEPTION 'submission % has ended, or more than its end changes', OLD.id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_ends BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
CREATE TRIGGER submission_append_only BEFORE DELETE OR TRUNCATE ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE submission ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON submission FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON submission FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON submission FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
CREATE POLICY officer_insert ON submission FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'officer'
  AND agency_id = (SELECT viewer_agency()) AND recorded_by = (SELECT viewer_account()));
CREATE POLICY officer_cancel ON submission FOR UPDATE USING ((SELECT viewer_role()) = 'officer'
  AND agency_id = (SELECT viewer_agency()) AND recorded_by = (SELECT viewer_account()));
CREATE POLICY head_return ON submission FOR UPDATE USING ((SELECT viewer_role()) = 'head' AND agency_id = (SELECT viewer_agency()))
  WITH CHECK (returned_by = (SELECT viewer_account()));
CREATE POLICY export ON submission FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON submission TO nenep_app;
GRANT UPDATE (returned_by, returned_name, returned_at, returned_note, cancellation_id) ON submission TO nenep_app;
GRANT SELECT ON submission TO nenep_reader;

-- Only the head's account approves and signs. Whoever else records what was signed on paper gives the scan, and is named.
ALTER TABLE "document_revision" ADD COLUMN "recorded_by" UUID, ADD COLUMN "recorded_name" TEXT;
ALTER TABLE "quality_policy" ADD COLUMN "recorded_by" UUID, ADD COLUMN "recorded_name" TEXT, ADD COLUMN "attachment_id" UUID;
ALTER TABLE "quality_policy" ADD CONSTRAINT "quality_policy_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE document_revision ADD CHECK (recorded_name IS NULL OR (approved_on IS NOT NULL AND attachment_id IS NOT NULL));
ALTER TABLE quality_policy ADD CHECK (recorded_name IS NULL OR (signed_on IS NOT NULL AND attachment_id IS NOT NULL));
GRANT UPDATE (recorded_by, recorded_name) ON document_revision TO nenep_app;
GRANT UPDATE (recorded_by, recorded_name, attachment_id) ON quality_policy TO nenep_app;

-- `TG_ARGV`: the column of the day, and of the person.
CREATE FUNCTION refuse_approval_by_others() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  new_row jsonb := to_jsonb(NEW);
  old_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
BEGIN
  IF old_row ->> TG_ARGV[0] IS NULL AND new_row ->> TG_ARGV[0] IS NOT NULL AND viewer_role() IN ('officer', 'head') AND NOT (CASE
    WHEN NEW.recorded_name IS NULL THEN viewer_role() = 'head' AND coalesce((new_row ->> TG_ARGV[1])::uuid = viewer_person(), false)
    ELSE coalesce(NEW.recorded_by = viewer_account(), false)
  END) THEN
    RAISE EXCEPTION '% % is approved by nobody who may', TG_TABLE_NAME, NEW.id USING ERRCODE = 'NN003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_revision_by_the_head BEFORE INSERT OR UPDATE ON document_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_approval_by_others('approved_on', 'approved_by');
CREATE TRIGGER quality_policy_by_the_head BEFORE INSERT OR UPDATE ON quality_policy
  FOR EACH ROW EXECUTE FUNCTION refuse_approval_by_others('signed_on', 'signed_by');

-- While a draft waits, it may be approved or discarded, and nothing else. `TG_ARGV[0]`: the column that names it in a submission.
CREATE FUNCTION refuse_change_of_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE texts text[] := ARRAY['title', 'body', 'change_request', 'change_place', 'change_summary'];
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(texts) t WHERE to_jsonb(NEW) ->> t IS DISTINCT FROM to_jsonb(OLD) ->> t) AND EXISTS (
    SELECT 1 FROM submission s WHERE to_jsonb(s) ->> TG_ARGV[0] = OLD.id::text AND s.agency_id = OLD.agency_id
      AND s.returned_at IS NULL AND s.cancellation_id IS NULL
  ) THEN
    RAISE EXCEPTION '% % waits for the head', TG_TABLE_NAME, OLD.id USING ERRCODE = 'NN002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_revision_submitted BEFORE UPDATE ON document_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted('revision_id');
CREATE TRIGGER quality_policy_submitted BEFORE UPDATE ON quality_policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted('policy_id');
