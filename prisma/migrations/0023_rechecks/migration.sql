-- What a later visit sees of the findings that are still open: corrected, partly, not. One row for each finding on each visit,
-- written by its team until the minutes are final, and kept as it stands from then on.
CREATE TYPE "recheck_outcome" AS ENUM ('corrected', 'partly_corrected', 'not_corrected');

CREATE TABLE "finding_recheck" (
    "visit_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "outcome" "recheck_outcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_recheck_pkey" PRIMARY KEY ("visit_id", "finding_id")
);
CREATE INDEX "finding_recheck_finding_id_idx" ON "finding_recheck"("finding_id");
ALTER TABLE "finding_recheck" ADD CONSTRAINT "finding_recheck_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_recheck" ADD CONSTRAINT "finding_recheck_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE finding_recheck ADD CHECK (version >= 1), ADD CHECK (length(note) <= 4000), ADD CHECK (note IS NFC NORMALIZED);

CREATE TRIGGER finding_recheck_open BEFORE INSERT OR UPDATE OR DELETE ON finding_recheck
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();
CREATE TRIGGER finding_recheck_no_truncate BEFORE TRUNCATE ON finding_recheck FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE finding_recheck ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON finding_recheck FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON finding_recheck FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
-- What is being recorded is the team's and the province's; the agency reads it once it is final.
CREATE POLICY read ON finding_recheck FOR SELECT USING ((SELECT reads_province()) OR (agency_id = (SELECT viewer_agency())
  AND EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = finding_recheck.visit_id)));
CREATE POLICY team_insert ON finding_recheck FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector' AND EXISTS
  (SELECT 1 FROM team_member m WHERE m.visit_id = finding_recheck.visit_id AND m.person_id = (SELECT viewer_person())));
CREATE POLICY team_update ON finding_recheck FOR UPDATE USING ((SELECT viewer_role()) = 'inspector' AND EXISTS
  (SELECT 1 FROM team_member m WHERE m.visit_id = finding_recheck.visit_id AND m.person_id = (SELECT viewer_person())));
CREATE POLICY export ON finding_recheck FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT ON finding_recheck TO nenep_app;
GRANT UPDATE (outcome, note, version, saved_by, saved_at) ON finding_recheck TO nenep_app;
GRANT SELECT ON finding_recheck TO nenep_reader;

-- A visit has begun with the first earlier finding that was looked at again, too.
CREATE OR REPLACE FUNCTION refuse_change_of_begun_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  begun boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  begun := EXISTS (SELECT 1 FROM visit_section s WHERE s.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM answer a WHERE a.visit_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding_recheck c WHERE c.visit_id = OLD.id)
    OR EXISTS (SELECT 1 FROM field_delivery d WHERE d.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = OLD.id);
  PERFORM set_config('app.role', viewer, true);
  IF begun THEN
    RAISE EXCEPTION 'visit % has begun', OLD.id USING ERRCODE = 'NN005';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
