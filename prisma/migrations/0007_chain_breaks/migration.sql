-- The same check for one chain or for all of them.
DROP FUNCTION journal_breaks();
CREATE FUNCTION journal_breaks(only_chain uuid DEFAULT NULL) RETURNS TABLE (chain_id uuid, seq bigint, reason text) LANGUAGE sql STABLE AS $$
  WITH walked AS (
    SELECT e.*, lag(e.hash, 1, '\x'::bytea) OVER w AS before_hash, row_number() OVER w AS expected_seq
    FROM journal_entry e WHERE only_chain IS NULL OR e.chain_id = only_chain
    WINDOW w AS (PARTITION BY e.chain_id ORDER BY e.seq)
  ), faults AS (
    SELECT chain_id, seq, CASE
        WHEN seq <> expected_seq THEN 'missing'
        WHEN prev_hash <> before_hash THEN 'not linked'
        ELSE 'altered' END AS reason
    FROM walked
    WHERE seq <> expected_seq OR prev_hash <> before_hash OR hash <> journal_hash(prev_hash, chain_id, seq, at, actor_id,
      actor_name, actor_role, action, entity, entity_id, content)
  ), heads AS (
    SELECT h.chain_id, h.seq, 'end of chain missing' AS reason FROM chain_head h
    LEFT JOIN LATERAL (SELECT e.seq, e.hash FROM journal_entry e WHERE e.chain_id = h.chain_id ORDER BY e.seq DESC LIMIT 1) l ON true
    WHERE (only_chain IS NULL OR h.chain_id = only_chain) AND (l.seq IS DISTINCT FROM h.seq OR l.hash IS DISTINCT FROM h.hash)
    UNION ALL
    SELECT DISTINCT w.chain_id, 0::bigint, 'head missing' FROM walked w
    WHERE NOT EXISTS (SELECT 1 FROM chain_head h WHERE h.chain_id = w.chain_id)
  )
  SELECT DISTINCT ON (chain_id) chain_id, seq, reason FROM (SELECT * FROM faults UNION ALL SELECT * FROM heads) f
  ORDER BY chain_id, seq
$$;

-- For readers of one chain: the heads are the seal's own, so they are compared with the rights of the seal. Row security
-- of the entries still asks who reads; a chain of somebody else's is reported as broken, never as whole.
CREATE FUNCTION chain_breaks(only_chain uuid) RETURNS TABLE (chain_id uuid, seq bigint, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM journal_breaks(only_chain) $$;
REVOKE ALL ON FUNCTION chain_breaks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chain_breaks(uuid) TO nenep_app, nenep_reader;
