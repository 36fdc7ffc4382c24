-- The journal seals itself: the database, not the caller, sets sequence, time and hash, one chain for each agency.

CREATE FUNCTION journal_hash(prev bytea, chain uuid, seq bigint, at timestamptz, actor uuid, actor_name text, actor_role text,
  action text, entity text, entity_id text, content text) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(prev || convert_to(concat_ws(E'\x1f', 'ne-nep-journal-v1', chain::text, seq::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  coalesce(actor::text, ''), actor_name, actor_role, action, entity, entity_id, content), 'UTF8'));

CREATE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  INSERT INTO chain_head VALUES (NEW.chain_id, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM chain_head WHERE chain_id = NEW.chain_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := journal_hash(head.hash, NEW.chain_id, NEW.seq, NEW.at, NEW.actor_id, NEW.actor_name, NEW.actor_role,
    NEW.action, NEW.entity, NEW.entity_id, NEW.content);
  UPDATE chain_head SET seq = NEW.seq, hash = NEW.hash WHERE chain_id = NEW.chain_id;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_seal BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_seal();

-- The first entry of each chain that does not follow from the one before it, or a head that does not match the last entry
-- (which is how a cut-off tail shows). No rows: every chain is whole.
CREATE FUNCTION journal_breaks() RETURNS TABLE (chain_id uuid, seq bigint, reason text) LANGUAGE sql STABLE AS $$
  WITH walked AS (
    SELECT e.*, lag(e.hash, 1, '\x'::bytea) OVER w AS before_hash, row_number() OVER w AS expected_seq
    FROM journal_entry e WINDOW w AS (PARTITION BY e.chain_id ORDER BY e.seq)
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
    WHERE l.seq IS DISTINCT FROM h.seq OR l.hash IS DISTINCT FROM h.hash
    UNION ALL
    SELECT DISTINCT e.chain_id, 0, 'head missing' FROM journal_entry e
    WHERE NOT EXISTS (SELECT 1 FROM chain_head h WHERE h.chain_id = e.chain_id)
  )
  SELECT DISTINCT ON (chain_id) chain_id, seq, reason FROM (SELECT * FROM faults UNION ALL SELECT * FROM heads) f
  ORDER BY chain_id, seq
$$;
