-- Who of a team has said that they record a clause group. Several may have said so without knowing of each other: each is shown,
-- the last to arrive first. It keeps nobody from recording, and whoever has left the team is shown no more.
CREATE TABLE "visit_group" (
    "visit_id" UUID NOT NULL,
    "group_code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_group_pkey" PRIMARY KEY ("visit_id", "group_code", "person_id")
);
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE visit_group ADD CHECK (group_code ~ '^[A-Z]$');

CREATE TRIGGER visit_group_open BEFORE INSERT OR UPDATE OR DELETE ON visit_group
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();
CREATE TRIGGER visit_group_no_truncate BEFORE TRUNCATE ON visit_group FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE visit_group ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON visit_group FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON visit_group FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
-- How a team divides its work is the team's and the province's.
CREATE POLICY read ON visit_group FOR SELECT USING ((SELECT reads_province()));
DO $$
DECLARE mine text := '((SELECT viewer_role()) = ''inspector'' AND EXISTS
  (SELECT 1 FROM team_member m WHERE m.visit_id = visit_group.visit_id AND m.person_id = (SELECT viewer_person())))';
BEGIN
  EXECUTE 'CREATE POLICY team_insert ON visit_group FOR INSERT WITH CHECK ' || mine;
  EXECUTE 'CREATE POLICY team_delete ON visit_group FOR DELETE USING ' || mine;
END $$;
CREATE POLICY export ON visit_group FOR SELECT TO nenep_reader USING (true);
GRANT SELECT, INSERT, DELETE ON visit_group TO nenep_app;
GRANT SELECT ON visit_group TO nenep_reader;

-- A visit of which groups have been taken has not begun: its day and its team may change. Out of the plan it goes no more, because
-- what a device delivered stands for ever.
CREATE OR REPLACE FUNCTION refuse_change_of_begun_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  begun boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  begun := EXISTS (SELECT 1 FROM visit_section s WHERE s.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM answer a WHERE a.visit_id = OLD.id)
    OR EXISTS (SELECT 1 FROM finding_recheck c WHERE c.visit_id = OLD.id)
    OR EXISTS (SELECT 1 FROM field_delivery d WHERE d.visit_id = OLD.id AND (TG_OP = 'DELETE' OR d.subject NOT LIKE 'group:%'))
    OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = OLD.id);
  PERFORM set_config('app.role', viewer, true);
  IF begun THEN
    RAISE EXCEPTION 'visit % has begun', OLD.id USING ERRCODE = 'NN005';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
