-- What a yearly report said when it was issued: its figures word for word, so that it can be made again exactly.
CREATE TABLE "issued_report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "year" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "number" INTEGER,
    "dated_on" DATE,
    "figures" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_name" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issued_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "issued_report_year_idx" ON "issued_report"("year");

ALTER TABLE issued_report ADD CHECK (year BETWEEN 1900 AND 2999),
  ADD CHECK (extract(year FROM as_of) = year),
  ADD CHECK (number > 0),
  ADD CHECK (figures IS JSON OBJECT),
  ADD CHECK (sha256 = encode(sha256(convert_to(figures, 'UTF8')), 'hex'));

CREATE TRIGGER issued_report_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE issued_report ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON issued_report FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON issued_report FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON issued_report FOR SELECT USING ((SELECT viewer_role()) IN ('leader', 'inspector'));
CREATE POLICY province_insert ON issued_report FOR INSERT
  WITH CHECK ((SELECT viewer_role()) IN ('leader', 'inspector') AND issued_by = (SELECT viewer_account()));
CREATE POLICY export ON issued_report FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON issued_report TO nenep_app;
GRANT SELECT ON issued_report TO nenep_reader;
