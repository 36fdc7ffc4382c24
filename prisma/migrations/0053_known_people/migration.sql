-- Who may belong to a team: leaders and inspectors whose account is open, and whoever of earlier teams has no account. Accounts are
-- the administrator's to read; who plans sees exactly this much of them.
CREATE FUNCTION auditors() RETURNS TABLE (person_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  IF viewer NOT IN ('leader', 'inspector', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
  SELECT c.person_id FROM account c WHERE c.role IN ('leader', 'inspector') AND c.disabled_at IS NULL
  UNION
  SELECT m.person_id FROM team_member m WHERE NOT EXISTS (SELECT 1 FROM account c WHERE c.person_id = m.person_id);
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION auditors() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auditors() TO nenep_app;

-- People whom the records know by name: from a team or from a post. Whoever opens accounts sees who they are, and nothing of the records.
CREATE FUNCTION known_people() RETURNS TABLE (id uuid, name text, place text, has_account boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  IF viewer NOT IN ('admin', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
  SELECT p.id, p.full_name, coalesce(
      (SELECT a.title || ', ' || s.name FROM appointment a JOIN agency_standing s ON s.agency_id = a.agency_id
        WHERE a.person_id = p.id ORDER BY a.valid_from DESC, s.valid_from DESC LIMIT 1),
      (SELECT o.title || ', ' || o.organisation FROM person_position o WHERE o.person_id = p.id ORDER BY o.valid_from DESC LIMIT 1), ''),
    EXISTS (SELECT 1 FROM account c WHERE c.person_id = p.id)
  FROM person p
  WHERE EXISTS (SELECT 1 FROM team_member m WHERE m.person_id = p.id) OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = p.id)
    OR EXISTS (SELECT 1 FROM handed_on h WHERE h.to_person_id = p.id);
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION known_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_people() TO nenep_app;

-- An account that was opened for somebody who is known already passes to that person.
GRANT UPDATE (person_id) ON account TO nenep_app;
