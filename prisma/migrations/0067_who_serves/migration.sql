-- Who works for an agency on a day, as far as those who may mend it and the agency itself have to know: how many accounts write there and
-- how many decide, whether there ever was one (locked ones too), which holders of its posts have an account that works elsewhere, and what waits there meanwhile. Of an account no more
-- is told than this.
CREATE FUNCTION serving_on(on_day date, only_agency uuid) RETURNS TABLE (agency_id uuid, writers int, deciders int, ever boolean, moved uuid[], findings int, submitted int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  own uuid := CASE WHEN viewer IN ('officer', 'head') THEN viewer_agency() END;
BEGIN
  IF viewer NOT IN ('leader', 'inspector', 'admin', 'system') AND own IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
  SELECT g.id, coalesce(c.writers, 0)::int, coalesce(c.deciders, 0)::int, coalesce(c.ever, false) OR m.moved IS NOT NULL, coalesce(m.moved, '{}'), coalesce(f.open, 0)::int, coalesce(s.waiting, 0)::int
  FROM agency g
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE a.disabled_at IS NULL AND role_on(a.id, on_day) = 'officer') AS writers,
        count(*) FILTER (WHERE a.disabled_at IS NULL AND role_on(a.id, on_day) = 'head'
          AND office_on(a.id, on_day) ->> 'holds' IS NOT NULL) AS deciders, count(*) > 0 AS ever
      FROM account a WHERE a.agency_id = g.id) c ON true
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT t.person_id) AS moved FROM appointment t JOIN account a ON a.person_id = t.person_id
      WHERE t.agency_id = g.id AND t.valid_from <= on_day AND coalesce(t.valid_to, 'infinity') > on_day AND a.disabled_at IS NULL
        AND a.agency_id IS DISTINCT FROM g.id) m ON true
    LEFT JOIN LATERAL (SELECT count(*) AS open FROM finding d WHERE d.agency_id = g.id
      AND NOT EXISTS (SELECT 1 FROM finding_closure x WHERE x.finding_id = d.id)) f ON true
    LEFT JOIN LATERAL (SELECT count(*) AS waiting FROM submission w LEFT JOIN document_revision r ON r.id = w.revision_id
        LEFT JOIN quality_policy q ON q.id = w.policy_id
      WHERE w.agency_id = g.id AND w.returned_at IS NULL AND w.cancellation_id IS NULL
        AND coalesce(r.cancellation_id, q.cancellation_id) IS NULL AND coalesce(r.approved_on, q.signed_on) IS NULL) s ON true
  WHERE (own IS NULL OR g.id = own) AND (only_agency IS NULL OR g.id = only_agency);
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE EXECUTE ON FUNCTION serving_on(date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION serving_on(date, uuid) TO nenep_app;
