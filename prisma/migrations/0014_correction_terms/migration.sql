-- How many days a finding of each grade may take to correct, from when on, and by which document. A grade without days is not dated.
CREATE TABLE "correction_term" (
    "severity" "severity" NOT NULL,
    "valid_from" DATE NOT NULL,
    "days" INTEGER,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "correction_term_pkey" PRIMARY KEY ("severity", "valid_from")
);
ALTER TABLE "correction_term" ADD CONSTRAINT "correction_term_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction_term ADD CHECK (days BETWEEN 1 AND 3650);

ALTER TABLE correction_term ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON correction_term FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON correction_term FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON correction_term FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL);
CREATE POLICY export ON correction_term FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON correction_term TO nenep_app, nenep_reader;

-- A database planted before this table existed gets the terms that were in the code; a new one gets them with its law.
SELECT set_config('app.role', 'system', true);
INSERT INTO correction_term (severity, valid_from, days, legal_document_id)
SELECT t.severity::severity, l.issued_on, t.days, l.id
FROM legal_document l, (VALUES ('major', 15), ('minor', 30), ('observation', NULL)) AS t(severity, days)
WHERE l.number = '832/QĐ-UBND';
SELECT set_config('app.role', '', true);
