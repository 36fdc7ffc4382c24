UPDATE agency_standing SET bucket = 'lapsed' WHERE stage = 'lapsed';
DROP INDEX agency_standing_late;
CREATE INDEX agency_standing_late ON agency_standing (valid_to, due_on, valid_from, agency_id)
  WHERE obligation IN ('mandatory_by_prime_minister', 'mandatory_by_province')
    AND bucket IN ('in_progress', 'not_started', 'lapsed') AND due_on IS NOT NULL;
DROP INDEX agency_standing_overdue;
CREATE INDEX agency_standing_overdue ON agency_standing (due_on, name COLLATE "vi-VN-x-icu", agency_id)
  INCLUDE (valid_from, valid_to, obligation) WHERE bucket IN ('in_progress', 'not_started', 'lapsed') AND due_on IS NOT NULL;

-- Taking a document out of use is an act of the head, or recorded from the signed paper with its scan; one that was wrong is
-- cancelled like every other entry, and the document is in force again as if it had never been said.
CREATE TABLE "document_withdrawal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "withdrawn_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "attachment_id" UUID,
    "recorded_by" UUID,
    "recorded_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancellation_id" UUID,

    CONSTRAINT "document_withdrawal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "document_withdrawal_agency_id_idx" ON "document_withdrawal"("agency_id");
CREATE INDEX "document_withdrawal_document_id_idx" ON "document_withdrawal"("document_id");
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE document_withdrawal ADD CHECK (recorded_name <> ''),
  ADD CHECK (length(btrim(reason)) > 0 AND reason IS NFC NORMALIZED AND length(reason) <= 500);
CREATE UNIQUE INDEX document_withdrawal_once ON document_withdrawal (document_id) WHERE cancellation_id IS NULL;

INSERT INTO document_withdrawal (agency_id, document_id, withdrawn_on, reason, recorded_name, recorded_at)
SELECT d.agency_id, d.id, d.withdrawn_on, coalesce(nullif(j.content::jsonb ->> 'reason', ''), '–'), coalesce(nullif(j.actor_name, ''), '–'),
  coalesce(j.at, CURRENT_TIMESTAMP)
FROM controlled_document d
  LEFT JOIN LATERAL (SELECT e.* FROM journal_entry e WHERE e.entity = 'document' AND e.entity_id = d.id::text
    AND e.action = 'document-withdrawn' ORDER BY e.id DESC LIMIT 1) j ON true
WHERE d.withdrawn_on IS NOT NULL;
ALTER TABLE controlled_document DROP COLUMN withdrawn_on;

CREATE TRIGGER document_withdrawal_unchanged BEFORE UPDATE ON document_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change_but_cancelling();
CREATE TRIGGER document_withdrawal_cancelled BEFORE UPDATE ON document_withdrawal
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
CREATE TRIGGER document_withdrawal_append_only BEFORE DELETE OR TRUNCATE ON document_withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE document_withdrawal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON document_withdrawal FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON document_withdrawal FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON document_withdrawal FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
-- Who is not the head records what was decided on paper, with its scan.
CREATE POLICY own_insert ON document_withdrawal FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency())
  AND recorded_by = (SELECT viewer_account()) AND ((SELECT viewer_role()) = 'head' OR attachment_id IS NOT NULL));
CREATE POLICY own_cancel ON document_withdrawal FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY export ON document_withdrawal FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON document_withdrawal TO nenep_app;
GRANT UPDATE (cancellation_id) ON document_withdrawal TO nenep_app;
GRANT SELECT ON document_withdrawal TO nenep_reader;
