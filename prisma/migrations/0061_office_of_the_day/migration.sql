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
