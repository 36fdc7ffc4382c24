-- The number of an entry is what people quote from a receipt: from here on it is under the seal (seal 2). What was sealed before
-- keeps its own seal and still verifies; a chain never goes back to it.
ALTER TABLE "journal_entry" ADD COLUMN "seal" SMALLINT NOT NULL DEFAULT 1;
ALTER TABLE "journal_entry" ALTER COLUMN "seal" SET DEFAULT 2;

CREATE FUNCTION journal_hash(e journal_entry) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN CASE (e).seal
  WHEN 1 THEN journal_hash((e).prev_hash, (e).chain_id, (e).seq, (e).at, (e).actor_id, (e).actor_name, (e).actor_role,
    (e).action, (e).entity, (e).entity_id, (e).content)
  ELSE sha256((e).prev_hash || convert_to(concat_ws(E'\x1f', 'ne-nep-journal-v2', (e).id::text, (e).chain_id::text, (e).seq::text,
    to_char((e).at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce((e).actor_id::text, ''), (e).actor_name,
    (e).actor_role, (e).action, (e).entity, (e).entity_id, (e).content), 'UTF8')) END;

CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  INSERT INTO chain_head VALUES (NEW.chain_id, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM chain_head WHERE chain_id = NEW.chain_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.seal := 2;
  NEW.hash := journal_hash(NEW);
  UPDATE chain_head SET seq = NEW.seq, hash = NEW.hash WHERE chain_id = NEW.chain_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION journal_breaks(only_chain uuid DEFAULT NULL) RETURNS TABLE (chain_id uuid, seq bigint, reason text) LANGUAGE sql STABLE AS $$
  WITH walked AS (
    SELECT e.*, journal_hash(e) AS due, lag(e.hash, 1, '\x'::bytea) OVER w AS before_hash, row_number() OVER w AS expected_seq,
      lag(e.seal, 1, e.seal) OVER w AS before_seal
    FROM journal_entry e WHERE only_chain IS NULL OR e.chain_id = only_chain
    WINDOW w AS (PARTITION BY e.chain_id ORDER BY e.seq)
  ), faults AS (
    SELECT chain_id, seq, CASE
        WHEN seq <> expected_seq THEN 'missing'
        WHEN prev_hash <> before_hash THEN 'not linked'
        ELSE 'altered' END AS reason
    FROM walked
    WHERE seq <> expected_seq OR prev_hash <> before_hash OR hash <> due OR seal < before_seal
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
