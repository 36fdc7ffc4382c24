-- What a record says is sealed with its history: each entry names the rows of the record that it is about, as they are when it is
-- written, each by the hash of what stands in it. Rows that are changed without an entry no longer fit the last one. What was
-- written before has no such list, and gets one with the next entry about the same record.
ALTER TABLE "journal_entry" ADD COLUMN "records" TEXT;

-- The rows of one record that people rely on. A visit has none before its minutes are final, while everybody still writes. Columns
-- without a value are left out, so that one that is added later changes nothing; when a policy was replaced is said by the next one.
CREATE FUNCTION record_rows(of_entity text, of_id text) RETURNS TABLE (name text, content jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE record_id uuid := CASE WHEN of_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN of_id::uuid END;
BEGIN
  CASE of_entity
  WHEN 'agency' THEN RETURN QUERY
    SELECT 'milestone ' || t.id, to_jsonb(t) FROM milestone t WHERE t.agency_id = record_id
    UNION ALL SELECT 'declaration ' || t.id, to_jsonb(t) FROM declaration t WHERE t.agency_id = record_id
    UNION ALL SELECT 'declaration_publication ' || t.id, to_jsonb(t) FROM declaration_publication t WHERE t.agency_id = record_id
    UNION ALL SELECT 'delay_cause ' || t.id, to_jsonb(t) FROM delay_cause t WHERE t.agency_id = record_id
    UNION ALL SELECT 'appointment ' || t.id, to_jsonb(t) FROM appointment t WHERE t.agency_id = record_id;
  WHEN 'document' THEN RETURN QUERY
    SELECT 'controlled_document ' || t.id, to_jsonb(t) FROM controlled_document t WHERE t.id = record_id
    UNION ALL SELECT 'document_revision ' || t.id, to_jsonb(t) FROM document_revision t WHERE t.document_id = record_id
    UNION ALL SELECT 'document_review ' || t.id, to_jsonb(t) FROM document_review t WHERE t.document_id = record_id
    UNION ALL SELECT 'document_withdrawal ' || t.id, to_jsonb(t) FROM document_withdrawal t WHERE t.document_id = record_id;
  WHEN 'policy' THEN RETURN QUERY
    SELECT 'quality_policy ' || t.id, to_jsonb(t) - 'replaced_on' FROM quality_policy t WHERE t.id = record_id
    UNION ALL SELECT 'policy_posting ' || t.id, to_jsonb(t) FROM policy_posting t WHERE t.policy_id = record_id;
  WHEN 'objective' THEN RETURN QUERY
    SELECT 'quality_objective ' || t.id, to_jsonb(t) FROM quality_objective t WHERE t.id = record_id;
  WHEN 'review' THEN RETURN QUERY
    SELECT 'agency_review ' || t.id, to_jsonb(t) FROM agency_review t WHERE t.id = record_id;
  WHEN 'report' THEN RETURN QUERY
    SELECT 'issued_report ' || t.id, to_jsonb(t) FROM issued_report t WHERE t.id = record_id;
  WHEN 'programme' THEN RETURN QUERY
    SELECT 'programme_approval ' || t.programme_id, to_jsonb(t) FROM programme_approval t WHERE t.programme_id = record_id;
  WHEN 'visit' THEN
    IF EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = record_id) THEN RETURN QUERY
      SELECT 'visit ' || t.id, to_jsonb(t) FROM visit t WHERE t.id = record_id
      UNION ALL SELECT 'team_member ' || t.person_id, to_jsonb(t) FROM team_member t WHERE t.visit_id = record_id
      UNION ALL SELECT 'visit_result ' || t.visit_id, to_jsonb(t) FROM visit_result t WHERE t.visit_id = record_id
      UNION ALL SELECT 'visit_minutes ' || t.version, to_jsonb(t) FROM visit_minutes t WHERE t.visit_id = record_id
      UNION ALL SELECT 'answer ' || t.question_code, to_jsonb(t) FROM answer t WHERE t.visit_id = record_id
      UNION ALL SELECT 'answer_evidence ' || t.question_code || ' ' || t.attachment_id, to_jsonb(t) FROM answer_evidence t
        WHERE t.visit_id = record_id
      UNION ALL SELECT 'finding ' || t.question_code, to_jsonb(t) FROM finding t WHERE t.visit_id = record_id;
    END IF;
  WHEN 'finding' THEN RETURN QUERY
    SELECT 'finding_answer ' || t.number, to_jsonb(t) FROM finding_answer t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_answer_file ' || t.attachment_id, to_jsonb(t) FROM finding_answer_file t
      WHERE t.answer_id IN (SELECT a.id FROM finding_answer a WHERE a.finding_id = record_id)
    UNION ALL SELECT 'finding_return ' || t.answer_id, to_jsonb(t) FROM finding_return t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_claim ' || t.number, to_jsonb(t) FROM finding_claim t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_claim_refusal ' || t.claim_id, to_jsonb(t) FROM finding_claim_refusal t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_stop ' || t.claim_id, to_jsonb(t) FROM finding_stop t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_message ' || t.number, to_jsonb(t) FROM finding_message t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_recheck ' || t.visit_id, to_jsonb(t) FROM finding_recheck t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_closure ' || t.finding_id, to_jsonb(t) FROM finding_closure t WHERE t.finding_id = record_id;
  WHEN 'account' THEN RETURN QUERY
    SELECT 'account ' || t.id, jsonb_build_object('name', t.name, 'role', t.role, 'person', t.person_id, 'agency', t.agency_id,
      'disabled', t.disabled_at) FROM account t WHERE t.id = record_id;
  ELSE
  END CASE;
END $$;

-- The same with the files and the cancellations that the rows name, each with its hash, whoever asks.
CREATE FUNCTION sealed_records(of_entity text, of_id text) RETURNS TABLE (name text, digest text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    WITH own AS (SELECT * FROM record_rows(of_entity, of_id)),
      named AS (SELECT DISTINCT v.value::uuid AS id FROM own, jsonb_each_text(own.content) v
        WHERE v.key IN ('attachment_id', 'minutes_id', 'cancellation_id') AND v.value IS NOT NULL),
      whole AS (SELECT * FROM own
        UNION ALL SELECT 'attachment ' || a.id, to_jsonb(a) FROM attachment a JOIN named n ON n.id = a.id
        UNION ALL SELECT 'cancellation ' || c.id, to_jsonb(c) FROM cancellation c JOIN named n ON n.id = c.id)
    SELECT w.name, encode(sha256(convert_to(jsonb_strip_nulls(w.content)::text, 'UTF8')), 'hex') FROM whole w;
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE ALL ON FUNCTION record_rows(text, text), sealed_records(text, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION journal_hash(e journal_entry) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN CASE (e).seal
  WHEN 1 THEN journal_hash((e).prev_hash, (e).chain_id, (e).seq, (e).at, (e).actor_id, (e).actor_name, (e).actor_role,
    (e).action, (e).entity, (e).entity_id, (e).content)
  ELSE sha256((e).prev_hash || convert_to(concat_ws(E'\x1f', 'ne-nep-journal-v' || (e).seal, (e).id::text, (e).chain_id::text,
    (e).seq::text, to_char((e).at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce((e).actor_id::text, ''),
    (e).actor_name, (e).actor_role, (e).action, (e).entity, (e).entity_id, (e).content,
    CASE WHEN (e).seal >= 3 THEN coalesce((e).records, '') END), 'UTF8')) END;

-- Under the lock on the chain: whatever was recorded about the same record before is seen.
CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  INSERT INTO chain_head VALUES (NEW.chain_id, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM chain_head WHERE chain_id = NEW.chain_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.seal := 3;
  NEW.records := (SELECT string_agg(r.name || E'\t' || r.digest, E'\n' ORDER BY r.name COLLATE "C")
    FROM sealed_records(NEW.entity, NEW.entity_id) r);
  NEW.hash := journal_hash(NEW);
  UPDATE chain_head SET seq = NEW.seq, hash = NEW.hash WHERE chain_id = NEW.chain_id;
  RETURN NEW;
END $$;
ALTER TABLE "journal_entry" ALTER COLUMN "seal" SET DEFAULT 3;

-- Every row that is not what the last entry about its record says it is: changed, gone, or there without one. Of one record, or of all.
CREATE FUNCTION record_breaks(only_entity text DEFAULT NULL, only_id text DEFAULT NULL)
  RETURNS TABLE (entity text, entity_id text, name text, reason text) LANGUAGE sql STABLE AS $$
  WITH last AS (
    SELECT DISTINCT ON (e.entity, e.entity_id) e.entity, e.entity_id, e.seal, e.records FROM journal_entry e
    WHERE (only_entity IS NULL OR e.entity = only_entity) AND (only_id IS NULL OR e.entity_id = only_id)
    ORDER BY e.entity, e.entity_id, e.id DESC
  ), sealed AS (
    SELECT * FROM last WHERE seal >= 3
  ), said AS (
    SELECT l.entity, l.entity_id, split_part(line, E'\t', 1) AS name, split_part(line, E'\t', 2) AS digest
    FROM sealed l, string_to_table(l.records, E'\n') AS line
  ), stands AS (
    SELECT l.entity, l.entity_id, r.name, r.digest FROM sealed l, sealed_records(l.entity, l.entity_id) r
  )
  SELECT coalesce(s.entity, t.entity), coalesce(s.entity_id, t.entity_id), coalesce(s.name, t.name),
    CASE WHEN t.name IS NULL THEN 'missing' WHEN s.name IS NULL THEN 'not recorded' ELSE 'altered' END
  FROM said s FULL JOIN stands t ON t.entity = s.entity AND t.entity_id = s.entity_id AND t.name = s.name
  WHERE s.digest IS DISTINCT FROM t.digest
  UNION ALL
  SELECT u.entity, u.id::text, u.name || ' ' || u.id, 'not recorded' FROM (
    SELECT 'document' AS entity, 'controlled_document' AS name, d.id FROM controlled_document d
    UNION ALL SELECT 'policy', 'quality_policy', p.id FROM quality_policy p
    UNION ALL SELECT 'objective', 'quality_objective', o.id FROM quality_objective o
    UNION ALL SELECT 'visit', 'visit', r.visit_id FROM visit_result r
    UNION ALL SELECT 'review', 'agency_review', r.id FROM agency_review r
    UNION ALL SELECT 'report', 'issued_report', i.id FROM issued_report i
    UNION ALL SELECT 'programme', 'programme_approval', a.programme_id FROM programme_approval a
    UNION ALL SELECT 'account', 'account', a.id FROM account a
  ) u
  WHERE (only_entity IS NULL OR u.entity = only_entity) AND (only_id IS NULL OR u.id::text = only_id)
    AND NOT EXISTS (SELECT 1 FROM last l WHERE l.entity = u.entity AND l.entity_id = u.id::text)
  ORDER BY 1, 2, 3
$$;
REVOKE ALL ON FUNCTION record_breaks(text, text) FROM PUBLIC;
