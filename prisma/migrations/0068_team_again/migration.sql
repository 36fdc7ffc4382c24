-- Whoever handed a visit on may still have recorded on it, on a phone that nobody had seen: when that work arrives, the person is a
-- member of the team again, as everybody whom the minutes name. Nobody joins by it who was never in the team, and no final visit changes.
CREATE FUNCTION join_team_again(visit_of uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  had boolean;
BEGIN
  IF viewer <> 'inspector' THEN RETURN false; END IF;
  PERFORM set_config('app.role', 'system', true);
  had := EXISTS (SELECT 1 FROM handed_on h WHERE h.visit_id = visit_of AND h.from_person_id = person)
    AND NOT EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = visit_of);
  IF had THEN
    INSERT INTO team_member (visit_id, person_id, duty) VALUES (visit_of, person, 'member') ON CONFLICT DO NOTHING;
  END IF;
  PERFORM set_config('app.role', viewer, true);
  RETURN had;
END $$;
REVOKE EXECUTE ON FUNCTION join_team_again(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_team_again(uuid, uuid) TO nenep_app;

-- What such a person delivers after the seal is kept beside the visit, and no more.
CREATE POLICY handed_on_insert ON field_delivery FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector' AND NOT accepted AND EXISTS
  (SELECT 1 FROM handed_on h WHERE h.visit_id = field_delivery.visit_id AND h.from_person_id = (SELECT viewer_person())));
