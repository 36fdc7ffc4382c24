-- What the person of an account decides in their agency on a day, and who heads it then: since when, or since when nobody does. What a
-- head's account may do follows from it.
CREATE FUNCTION office_on(account uuid, on_day date) RETURNS json LANGUAGE sql STABLE
RETURN (SELECT json_build_object(
    'holds', (SELECT t.post FROM appointment t WHERE t.person_id = c.person_id AND t.agency_id = c.agency_id AND t.post IN ('head', 'deputy_head')
      AND t.valid_from <= on_day AND coalesce(t.valid_to, 'infinity') > on_day ORDER BY t.post = 'head' DESC LIMIT 1),
    'head', h.head,
    'vacantSince', CASE WHEN h.head IS NULL THEN (SELECT max(t.valid_to) FROM appointment t
      WHERE t.agency_id = c.agency_id AND t.post = 'head' AND t.cancellation_id IS NULL AND t.valid_to <= on_day) END)
  FROM account c LEFT JOIN LATERAL (SELECT json_build_object('name', p.full_name, 'since', t.valid_from) AS head
    FROM appointment t JOIN person p ON p.id = t.person_id WHERE t.agency_id = c.agency_id AND t.post = 'head'
      AND t.valid_from <= on_day AND coalesce(t.valid_to, 'infinity') > on_day) h ON true
  WHERE c.id = account AND c.agency_id IS NOT NULL);

-- What somebody approved or signed on the days of an appointment that no other appointment of theirs covers: known to those who record
-- appointments, before they end or cancel one.
CREATE FUNCTION signed_in_term(appointment_id uuid) RETURNS TABLE (kind text, id uuid, record uuid, label text, signed_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  IF viewer NOT IN ('leader', 'admin', 'system') THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    WITH term AS (SELECT a.* FROM appointment a WHERE a.id = appointment_id AND a.cancellation_id IS NULL AND a.post IN ('head', 'deputy_head')),
      signed AS (
        SELECT 'document' AS kind, r.id, r.document_id AS record, d.code || ', ' || r.issue_no || '/' || r.revision_no AS label,
          r.approved_on AS signed_on, false AS by_head, r.agency_id, r.approved_by AS person_id
        FROM document_revision r JOIN controlled_document d ON d.id = r.document_id
        WHERE r.approved_on IS NOT NULL AND r.cancellation_id IS NULL
        UNION ALL
        SELECT 'policy', q.id, q.id, '', q.signed_on, true, q.agency_id, q.signed_by
        FROM quality_policy q WHERE q.signed_on IS NOT NULL AND q.cancellation_id IS NULL)
    SELECT s.kind, s.id, s.record, s.label, s.signed_on
    FROM term t JOIN signed s ON s.agency_id = t.agency_id AND s.person_id = t.person_id AND (t.post = 'head' OR NOT s.by_head)
      AND s.signed_on >= t.valid_from AND s.signed_on < coalesce(t.valid_to, 'infinity')
    WHERE NOT EXISTS (SELECT 1 FROM appointment o WHERE o.id <> t.id AND o.agency_id = t.agency_id AND o.person_id = t.person_id
      AND (o.post = 'head' OR (o.post = 'deputy_head' AND NOT s.by_head))
      AND o.valid_from <= s.signed_on AND coalesce(o.valid_to, 'infinity') > s.signed_on)
    ORDER BY s.signed_on DESC, s.label, s.id;
  PERFORM set_config('app.role', viewer, true);
END $$;
