-- A document that was due for review was reviewed and kept as it is: no revision follows, and the next review is due later.
CREATE TABLE "document_review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "reviewed_on" DATE NOT NULL,
    "next_due_on" DATE NOT NULL,
    "conclusion" TEXT NOT NULL,
    "attachment_id" UUID,
    "recorded_by" UUID,
    "recorded_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancellation_id" UUID,

    CONSTRAINT "document_review_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "document_review_agency_id_idx" ON "document_review"("agency_id");
CREATE INDEX "document_review_revision_id_idx" ON "document_review"("revision_id");
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_agency_id_revision_id_fkey" FOREIGN KEY ("agency_id", "revision_id") REFERENCES "document_revision"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE document_review ADD CHECK (next_due_on > reviewed_on), ADD CHECK (recorded_name <> ''),
  ADD CHECK (length(btrim(conclusion)) > 0 AND conclusion IS NFC NORMALIZED AND length(conclusion) <= 2000);

-- Of a review nothing changes than that it is cancelled: by the province, the head, or the officer who recorded it on that day.
CREATE FUNCTION refuse_change_but_cancelling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.cancellation_id IS NULL OR to_jsonb(NEW) - 'cancellation_id' <> to_jsonb(OLD) - 'cancellation_id' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_review_unchanged BEFORE UPDATE ON document_review FOR EACH ROW EXECUTE FUNCTION refuse_change_but_cancelling();
CREATE TRIGGER document_review_cancelled BEFORE UPDATE ON document_review
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
CREATE TRIGGER document_review_append_only BEFORE DELETE OR TRUNCATE ON document_review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE document_review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON document_review FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON document_review FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON document_review FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
-- Who is not the head records what was decided on paper, with its scan.
CREATE POLICY own_insert ON document_review FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency())
  AND recorded_by = (SELECT viewer_account()) AND ((SELECT viewer_role()) = 'head' OR attachment_id IS NOT NULL));
CREATE POLICY own_cancel ON document_review FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY leader_cancel ON document_review FOR UPDATE USING ((SELECT viewer_role()) = 'leader');
CREATE POLICY export ON document_review FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON document_review TO nenep_app;
GRANT UPDATE (cancellation_id) ON document_review TO nenep_app;
GRANT SELECT ON document_review TO nenep_reader;
