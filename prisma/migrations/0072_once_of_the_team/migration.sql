-- Who was of the team of a visit that devices could take along, and is no more: its plan was changed, or they handed it on. What they had
-- recorded by then on a phone that nobody had heard of, and minutes that people signed there, are received as before.
CREATE TABLE "team_once" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_once_pkey" PRIMARY KEY ("visit_id", "person_id")
);
ALTER TABLE "team_once" ADD CONSTRAINT "team_once_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "team_once" ADD CONSTRAINT "team_once_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER team_once_no_update BEFORE UPDATE OR TRUNCATE ON team_once FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever handed a visit on before this was written down.
ALTER TABLE handed_on NO FORCE ROW LEVEL SECURITY;
INSERT INTO team_once (visit_id, agency_id, person_id, left_at)
  SELECT h.visit_id, h.agency_id, h.from_person_id, min(h.handed_at) FROM handed_on h WHERE h.visit_id IS NOT NULL GROUP BY 1, 2, 3;
ALTER TABLE handed_on FORCE ROW LEVEL SECURITY;

ALTER TABLE team_once ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON team_once FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON team_once FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON team_once FOR SELECT USING ((SELECT reads_province()));
CREATE POLICY export ON team_once FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON team_once TO nenep_app, nenep_reader;

CREATE FUNCTION keep_once_of_team() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  INSERT INTO team_once (visit_id, agency_id, person_id)
    SELECT v.id, v.agency_id, OLD.person_id FROM visit v JOIN programme p ON p.id = v.programme_id AND p.approved_on IS NOT NULL
    WHERE v.id = OLD.visit_id ON CONFLICT DO NOTHING;
  PERFORM set_config('app.role', viewer, true);
  RETURN NULL;
END $$;
CREATE TRIGGER team_member_once AFTER DELETE ON team_member FOR EACH ROW EXECUTE FUNCTION keep_once_of_team();

CREATE OR REPLACE FUNCTION join_team_again(visit_of uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  had boolean;
BEGIN
  IF viewer <> 'inspector' THEN RETURN false; END IF;
  PERFORM set_config('app.role', 'system', true);
  had := EXISTS (SELECT 1 FROM team_once o WHERE o.visit_id = visit_of AND o.person_id = person)
    AND NOT EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = visit_of);
  IF had THEN
    INSERT INTO team_member (visit_id, person_id, duty) VALUES (visit_of, person, 'member') ON CONFLICT DO NOTHING;
  END IF;
  PERFORM set_config('app.role', viewer, true);
  RETURN had;
END $$;

-- What such a person delivers after the seal is kept beside the visit; what says the same as the visit has its receipt.
DROP POLICY handed_on_insert ON field_delivery;
CREATE POLICY once_of_team_insert ON field_delivery FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector' AND EXISTS
  (SELECT 1 FROM team_once o WHERE o.visit_id = field_delivery.visit_id AND o.person_id = (SELECT viewer_person())));
