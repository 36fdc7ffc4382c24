-- What records rest on is sealed too: the registry (law, standard, checklist, terms, agencies with their names and obligations, people,
-- who signs) and the rows of records that were under no seal yet.

-- The history of the registry is a chain of its own. Whatever changes a row of it, a page, a migration or somebody at the database,
-- leaves an entry in the same transaction that says of each row what it was and what it is. Nothing else seals a row: who gets round
-- the triggers leaves a row that is not what the last entry says of it, and who changes it again openly an entry that begins with
-- another row than the one before it ended with.
CREATE FUNCTION registry_chain() RETURNS uuid LANGUAGE sql IMMUTABLE RETURN '00000000-0000-0000-0000-000000000001'::uuid;

CREATE FUNCTION registry_tables() RETURNS TABLE (tab text, keys text[]) LANGUAGE sql IMMUTABLE AS $$ VALUES
  ('agency', '{id}'::text[]), ('agency_name', '{id}'), ('agency_kind_fact', '{id}'), ('agency_parent', '{id}'),
  ('agency_obligation', '{id}'), ('agency_identifier', '{id}'), ('agency_event', '{id}'),
  ('agency_event_party', '{event_id,agency_id,side}'), ('subject_set', '{id}'), ('deadline', '{id}'), ('legal_document', '{id}'),
  ('legal_relation', '{from_id,to_id,kind}'), ('standard_edition', '{id}'), ('edition_transition', '{id}'),
  ('requirement', '{edition_id,clause}'), ('required_document', '{id}'), ('checklist_edition', '{id}'),
  ('checklist_group', '{checklist_id,code}'), ('checklist_question', '{checklist_id,code}'), ('checklist_grade', '{checklist_id,code}'),
  ('correction_term', '{severity,valid_from}'), ('keeping_term', '{subject}'), ('lead_agency', '{id}'),
  ('paper_basis', '{position,valid_from}'), ('paper_signatory', '{id}'), ('person', '{id}'), ('person_position', '{id}'),
  ('risk_weight_set', '{id}'), ('risk_weight', '{set_id,factor}'), ('holiday', '{day}'), ('milestone_target', '{id}'),
  ('scenario', '{id}')
$$;

-- A row as an entry names it: its table and key, and the hash of what stands in it. Of people their names, not where mail reaches them.
CREATE FUNCTION registry_item(of_table text, content jsonb) RETURNS TABLE (name text, digest text) LANGUAGE sql IMMUTABLE AS $$
  SELECT of_table || ' ' || (SELECT string_agg(translate(content ->> k.key, E'\t\n', '  '), ' ' ORDER BY k.n)
      FROM registry_tables() t, unnest(t.keys) WITH ORDINALITY AS k(key, n) WHERE t.tab = of_table),
    encode(sha256(convert_to(jsonb_strip_nulls(CASE of_table WHEN 'person' THEN content - '{email,phone}'::text[] ELSE content END)::text,
      'UTF8')), 'hex')
$$;

-- Every row of one table, or of all of them, as it stands.
CREATE FUNCTION registry_rows(only_table text DEFAULT NULL) RETURNS TABLE (name text, digest text) LANGUAGE plpgsql STABLE
  SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE t text;
BEGIN
  FOR t IN SELECT r.tab FROM registry_tables() r WHERE only_table IS NULL OR r.tab = only_table LOOP
    RETURN QUERY EXECUTE format('SELECT i.name, i.digest FROM %I r, registry_item(%L, to_jsonb(r)) i', t, t);
  END LOOP;
END $$;

-- One entry about rows of one table.
CREATE FUNCTION tell_registry(told text, of_table text, lines text, rows bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  acting uuid := nullif(current_setting('app.account_id', true), '')::uuid;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  INSERT INTO journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content, records)
  VALUES (registry_chain(), acting,
    coalesce((SELECT p.full_name FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = acting), session_user::text),
    coalesce(nullif(viewer, ''), 'system'), told, 'registry', of_table,
    jsonb_build_object('table', of_table, 'rows', rows)::text, lines);
  PERFORM set_config('app.role', viewer, true);
END $$;

CREATE FUNCTION registry_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
  lines text;
  rows bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT string_agg(i.name || E'\t\t' || i.digest, E'\n' ORDER BY i.name COLLATE "C"), count(*) INTO lines, rows
    FROM becomes b, registry_item(TG_TABLE_NAME, to_jsonb(b)) i;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT string_agg(i.name || E'\t' || i.digest || E'\t', E'\n' ORDER BY i.name COLLATE "C"), count(*) INTO lines, rows
    FROM was w, registry_item(TG_TABLE_NAME, to_jsonb(w)) i;
  ELSE
    SELECT string_agg(name || E'\t' || coalesce(o.digest, '') || E'\t' || coalesce(n.digest, ''), E'\n' ORDER BY name COLLATE "C"), count(*)
    INTO lines, rows
    FROM (SELECT i.* FROM was w, registry_item(TG_TABLE_NAME, to_jsonb(w)) i) o
      FULL JOIN (SELECT i.* FROM becomes b, registry_item(TG_TABLE_NAME, to_jsonb(b)) i) n USING (name)
    WHERE o.digest IS DISTINCT FROM n.digest;
  END IF;
  IF rows > 0 THEN PERFORM tell_registry('registry-changed', TG_TABLE_NAME, lines, rows); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION registry_rows(text), tell_registry(text, text, text, bigint), registry_changed() FROM PUBLIC;

-- The rows of one record that people rely on, each with the seal since which it is listed: an entry of an earlier seal says nothing of
-- it. Before its minutes are final a visit of an approved plan has its day and team, of a draft nothing. Columns without a value are
-- left out, so that one that is added later changes nothing; when a policy was replaced follows from the next one (derived_breaks).
DROP FUNCTION sealed_records(text, text), record_rows(text, text);
CREATE FUNCTION record_rows(of_entity text, of_id text) RETURNS TABLE (name text, content jsonb, since int) LANGUAGE plpgsql STABLE AS $$
DECLARE record_id uuid := CASE WHEN of_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN of_id::uuid END;
BEGIN
  CASE of_entity
  WHEN 'agency' THEN RETURN QUERY
    SELECT 'milestone ' || t.id, to_jsonb(t), 3 FROM milestone t WHERE t.agency_id = record_id
    UNION ALL SELECT 'declaration ' || t.id, to_jsonb(t), 3 FROM declaration t WHERE t.agency_id = record_id
    UNION ALL SELECT 'declaration_publication ' || t.id, to_jsonb(t), 3 FROM declaration_publication t WHERE t.agency_id = record_id
    UNION ALL SELECT 'delay_cause ' || t.id, to_jsonb(t), 3 FROM delay_cause t WHERE t.agency_id = record_id
    UNION ALL SELECT 'appointment ' || t.id, to_jsonb(t), 3 FROM appointment t WHERE t.agency_id = record_id
    UNION ALL SELECT 'management_system ' || t.id, to_jsonb(t), 4 FROM management_system t WHERE t.agency_id = record_id;
  WHEN 'document' THEN RETURN QUERY
    SELECT 'controlled_document ' || t.id, to_jsonb(t), 3 FROM controlled_document t WHERE t.id = record_id
    UNION ALL SELECT 'document_revision ' || t.id, to_jsonb(t), 3 FROM document_revision t WHERE t.document_id = record_id
    UNION ALL SELECT 'document_review ' || t.id, to_jsonb(t), 3 FROM document_review t WHERE t.document_id = record_id
    UNION ALL SELECT 'document_withdrawal ' || t.id, to_jsonb(t), 3 FROM document_withdrawal t WHERE t.document_id = record_id
    UNION ALL SELECT 'document_coverage ' || t.required_document_id, to_jsonb(t), 4 FROM document_coverage t WHERE t.document_id = record_id
    UNION ALL SELECT 'submission ' || t.id, to_jsonb(t), 4 FROM submission t
      WHERE t.revision_id IN (SELECT r.id FROM document_revision r WHERE r.document_id = record_id);
  WHEN 'policy' THEN RETURN QUERY
    SELECT 'quality_policy ' || t.id, to_jsonb(t) - 'replaced_on', 3 FROM quality_policy t WHERE t.id = record_id
    UNION ALL SELECT 'policy_posting ' || t.id, to_jsonb(t), 3 FROM policy_posting t WHERE t.policy_id = record_id
    UNION ALL SELECT 'submission ' || t.id, to_jsonb(t), 4 FROM submission t WHERE t.policy_id = record_id;
  WHEN 'objective' THEN RETURN QUERY
    SELECT 'quality_objective ' || t.id, to_jsonb(t), 3 FROM quality_objective t WHERE t.id = record_id;
  WHEN 'review' THEN RETURN QUERY
    SELECT 'agency_review ' || t.id, to_jsonb(t), 3 FROM agency_review t WHERE t.id = record_id;
  WHEN 'report' THEN RETURN QUERY
    SELECT 'issued_report ' || t.id, to_jsonb(t), 3 FROM issued_report t WHERE t.id = record_id;
  WHEN 'programme' THEN RETURN QUERY
    SELECT 'programme_approval ' || t.programme_id, to_jsonb(t), 3 FROM programme_approval t WHERE t.programme_id = record_id
    UNION ALL SELECT 'programme ' || t.id, to_jsonb(t) - 'version', 4 FROM programme t WHERE t.id = record_id
    UNION ALL SELECT 'programme_candidate ' || t.agency_id, to_jsonb(t), 4 FROM programme_candidate t WHERE t.programme_id = record_id;
  WHEN 'visit' THEN
    IF EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = record_id) THEN RETURN QUERY
      SELECT 'visit ' || t.id, to_jsonb(t), 3 FROM visit t WHERE t.id = record_id
      UNION ALL SELECT 'team_member ' || t.person_id, to_jsonb(t), 3 FROM team_member t WHERE t.visit_id = record_id
      UNION ALL SELECT 'visit_result ' || t.visit_id, to_jsonb(t), 3 FROM visit_result t WHERE t.visit_id = record_id
      UNION ALL SELECT 'visit_minutes ' || t.version, to_jsonb(t), 3 FROM visit_minutes t WHERE t.visit_id = record_id
      UNION ALL SELECT 'answer ' || t.question_code, to_jsonb(t), 3 FROM answer t WHERE t.visit_id = record_id
      UNION ALL SELECT 'answer_evidence ' || t.question_code || ' ' || t.attachment_id, to_jsonb(t), 3 FROM answer_evidence t
        WHERE t.visit_id = record_id
      UNION ALL SELECT 'finding ' || t.question_code, to_jsonb(t), 3 FROM finding t WHERE t.visit_id = record_id
      UNION ALL SELECT 'visit_section ' || t.group_code, to_jsonb(t), 4 FROM visit_section t WHERE t.visit_id = record_id
      UNION ALL SELECT 'field_delivery ' || t.id || ' ' || t.sha256, to_jsonb(t), 4 FROM field_delivery t WHERE t.visit_id = record_id
      UNION ALL SELECT 'handed_on ' || t.id, to_jsonb(t), 4 FROM handed_on t WHERE t.visit_id = record_id;
    ELSE RETURN QUERY
      SELECT 'visit ' || t.id, to_jsonb(t) - 'plan_version', 4 FROM visit t JOIN programme y ON y.id = t.programme_id
        WHERE t.id = record_id AND y.approved_on IS NOT NULL
      UNION ALL SELECT 'team_member ' || t.person_id, to_jsonb(t), 4 FROM team_member t JOIN visit v ON v.id = t.visit_id
        JOIN programme y ON y.id = v.programme_id WHERE t.visit_id = record_id AND y.approved_on IS NOT NULL
      UNION ALL SELECT 'handed_on ' || t.id, to_jsonb(t), 4 FROM handed_on t JOIN visit v ON v.id = t.visit_id
        JOIN programme y ON y.id = v.programme_id WHERE t.visit_id = record_id AND y.approved_on IS NOT NULL;
    END IF;
  WHEN 'finding' THEN RETURN QUERY
    SELECT 'finding_answer ' || t.number, to_jsonb(t), 3 FROM finding_answer t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_answer_file ' || t.attachment_id, to_jsonb(t), 3 FROM finding_answer_file t
      WHERE t.answer_id IN (SELECT a.id FROM finding_answer a WHERE a.finding_id = record_id)
    UNION ALL SELECT 'finding_return ' || t.answer_id, to_jsonb(t), 3 FROM finding_return t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_claim ' || t.number, to_jsonb(t), 3 FROM finding_claim t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_claim_refusal ' || t.claim_id, to_jsonb(t), 3 FROM finding_claim_refusal t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_stop ' || t.claim_id, to_jsonb(t), 3 FROM finding_stop t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_message ' || t.number, to_jsonb(t), 3 FROM finding_message t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_recheck ' || t.visit_id, to_jsonb(t), 3 FROM finding_recheck t WHERE t.finding_id = record_id
    UNION ALL SELECT 'finding_closure ' || t.finding_id, to_jsonb(t), 3 FROM finding_closure t WHERE t.finding_id = record_id
    UNION ALL SELECT 'handed_on ' || t.id, to_jsonb(t), 4 FROM handed_on t WHERE t.finding_id = record_id;
  WHEN 'account' THEN RETURN QUERY
    SELECT 'account ' || t.id, jsonb_build_object('name', t.name, 'role', t.role, 'person', t.person_id, 'agency', t.agency_id,
      'disabled', t.disabled_at), 3 FROM account t WHERE t.id = record_id;
  ELSE
  END CASE;
END $$;

-- The same with the files and the cancellations that the rows name, each with its hash, whoever asks.
CREATE FUNCTION sealed_records(of_entity text, of_id text) RETURNS TABLE (name text, digest text, since int) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    WITH own AS (SELECT * FROM record_rows(of_entity, of_id)),
      named AS (SELECT v.value::uuid AS id, min(own.since) AS since FROM own, jsonb_each_text(own.content) v
        WHERE v.key IN ('attachment_id', 'minutes_id', 'cancellation_id') AND v.value IS NOT NULL GROUP BY 1),
      whole AS (SELECT * FROM own
        UNION ALL SELECT 'attachment ' || a.id, to_jsonb(a), n.since FROM attachment a JOIN named n ON n.id = a.id
        UNION ALL SELECT 'cancellation ' || c.id, to_jsonb(c), n.since FROM cancellation c JOIN named n ON n.id = c.id)
    SELECT w.name, encode(sha256(convert_to(jsonb_strip_nulls(w.content)::text, 'UTF8')), 'hex'), w.since FROM whole w;
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE ALL ON FUNCTION record_rows(text, text), sealed_records(text, text) FROM PUBLIC;

-- Under the lock on the chain: whatever was recorded about the same record before is seen.
CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  INSERT INTO chain_head VALUES (NEW.chain_id, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM chain_head WHERE chain_id = NEW.chain_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.seal := 4;
  IF NOT (NEW.entity = 'registry') THEN
    NEW.records := (SELECT string_agg(r.name || E'\t' || r.digest, E'\n' ORDER BY r.name COLLATE "C")
      FROM sealed_records(NEW.entity, NEW.entity_id) r);
  END IF;
  NEW.hash := journal_hash(NEW);
  UPDATE chain_head SET seq = NEW.seq, hash = NEW.hash WHERE chain_id = NEW.chain_id;
  RETURN NEW;
END $$;
ALTER TABLE "journal_entry" ALTER COLUMN "seal" SET DEFAULT 4;

-- What stands in the registry when it comes under the seal, table by table.
SELECT set_config('app.role', 'system', true);
SELECT tell_registry('registry-sealed', s.tab, s.lines, s.rows) FROM (
  SELECT t.tab, string_agg(r.name || E'\t\t' || r.digest, E'\n' ORDER BY r.name COLLATE "C") AS lines, count(*) AS rows
  FROM registry_tables() t, registry_rows(t.tab) r GROUP BY t.tab ORDER BY t.tab) s;
SELECT set_config('app.role', '', true);

-- From now on an entry of the registry says what the trigger of a table saw, and nothing that somebody else sent.
CREATE OR REPLACE FUNCTION journal_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head chain_head;
BEGIN
  INSERT INTO chain_head VALUES (NEW.chain_id, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM chain_head WHERE chain_id = NEW.chain_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.seal := 4;
  IF NOT (NEW.entity = 'registry' AND pg_trigger_depth() > 1) THEN
    NEW.records := (SELECT string_agg(r.name || E'\t' || r.digest, E'\n' ORDER BY r.name COLLATE "C")
      FROM sealed_records(NEW.entity, NEW.entity_id) r);
  END IF;
  NEW.hash := journal_hash(NEW);
  UPDATE chain_head SET seq = NEW.seq, hash = NEW.hash WHERE chain_id = NEW.chain_id;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tab FROM registry_tables() LOOP
    EXECUTE format('CREATE TRIGGER registry_added AFTER INSERT ON %I REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION registry_changed()', t);
    EXECUTE format('CREATE TRIGGER registry_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION registry_changed()', t);
    EXECUTE format('CREATE TRIGGER registry_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION registry_changed()', t);
  END LOOP;
END $$;

-- Every row of the registry that is not what its history says of it: changed, gone, or there without an entry.
CREATE FUNCTION registry_breaks() RETURNS TABLE (name text, reason text) LANGUAGE sql STABLE AS $$
  WITH said AS (
    SELECT e.seq, split_part(l.line, E'\t', 1) AS name, split_part(l.line, E'\t', 2) AS was, split_part(l.line, E'\t', 3) AS becomes
    FROM journal_entry e, string_to_table(e.records, E'\n') AS l(line) WHERE e.entity = 'registry' AND e.chain_id = registry_chain()
  ), followed AS (
    SELECT s.*, lag(s.becomes, 1, '') OVER w AS before, lead(s.seq) OVER w IS NULL AS last
    FROM said s WINDOW w AS (PARTITION BY s.name ORDER BY s.seq)
  )
  SELECT coalesce(f.name, r.name), CASE WHEN r.name IS NULL THEN 'missing' WHEN f.name IS NULL THEN 'not recorded' ELSE 'altered' END
  FROM (SELECT * FROM followed WHERE last AND becomes <> '') f FULL JOIN registry_rows() r ON r.name = f.name
  WHERE f.becomes IS DISTINCT FROM r.digest
  UNION
  SELECT f.name, 'altered before entry ' || f.seq FROM followed f WHERE f.was <> f.before
  ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION registry_breaks() FROM PUBLIC;

-- Every row that is not what the last entry about its record says it is: changed, gone, or there without one. Of one record, or of all.
CREATE OR REPLACE FUNCTION record_breaks(only_entity text DEFAULT NULL, only_id text DEFAULT NULL)
  RETURNS TABLE (entity text, entity_id text, name text, reason text) LANGUAGE sql STABLE AS $$
  WITH last AS (
    SELECT DISTINCT ON (e.entity, e.entity_id) e.entity, e.entity_id, e.seal, e.records FROM journal_entry e
    WHERE e.entity <> 'registry' AND (only_entity IS NULL OR e.entity = only_entity) AND (only_id IS NULL OR e.entity_id = only_id)
    ORDER BY e.entity, e.entity_id, e.id DESC
  ), sealed AS (
    SELECT * FROM last WHERE seal >= 3
  ), said AS (
    SELECT l.entity, l.entity_id, split_part(line, E'\t', 1) AS name, split_part(line, E'\t', 2) AS digest
    FROM sealed l, string_to_table(l.records, E'\n') AS line
  ), stands AS (
    SELECT l.entity, l.entity_id, r.name, r.digest FROM sealed l, sealed_records(l.entity, l.entity_id) r WHERE r.since <= l.seal
  )
  SELECT coalesce(s.entity, t.entity), coalesce(s.entity_id, t.entity_id), coalesce(s.name, t.name),
    CASE WHEN t.name IS NULL THEN 'missing' WHEN s.name IS NULL THEN 'not recorded' ELSE 'altered' END
  FROM said s FULL JOIN stands t ON t.entity = s.entity AND t.entity_id = s.entity_id AND t.name = s.name
  WHERE s.digest IS DISTINCT FROM t.digest
    -- A delivery is written after the entry whose receipt it got: the next one lists it.
    AND NOT (s.name IS NULL AND t.name LIKE 'field_delivery %')
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

-- What follows from other records and is not what follows: when a policy was replaced, and the receipt of what a device delivered.
CREATE FUNCTION derived_breaks() RETURNS TABLE (entity text, entity_id text, name text, reason text) LANGUAGE sql STABLE AS $$
  SELECT 'policy', p.id::text, 'quality_policy ' || p.id, 'replaced on another day than the next one was signed' FROM (
    SELECT q.id, q.replaced_on, lead(q.signed_on) OVER (PARTITION BY q.agency_id ORDER BY q.signed_on, q.drafted_at, q.id) AS next_on
    FROM quality_policy q WHERE q.signed_on IS NOT NULL AND q.cancellation_id IS NULL) p
  WHERE p.replaced_on IS DISTINCT FROM p.next_on
  UNION ALL
  SELECT 'visit', d.visit_id::text, 'field_delivery ' || d.id || ' ' || d.sha256, 'receipt of another act' FROM field_delivery d
  WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = d.receipt_no AND e.chain_id = d.agency_id
    AND e.at < d.received_at + interval '1 minute'
    AND CASE WHEN d.accepted THEN e.action <> 'item-kept' AND (e.entity = 'finding' OR e.entity_id = d.visit_id::text)
      ELSE e.action = 'item-kept' AND e.entity_id = d.visit_id::text AND e.actor_id = d.received_by END)
  ORDER BY 1, 2, 3
$$;

-- What people call a chain.
CREATE FUNCTION chain_name(of_chain uuid) RETURNS text LANGUAGE sql STABLE
RETURN CASE of_chain WHEN registry_chain() THEN 'the registry' WHEN '00000000-0000-0000-0000-000000000000' THEN 'the province'
  ELSE coalesce((SELECT n.name FROM agency_name n WHERE n.agency_id = of_chain ORDER BY n.valid_from DESC LIMIT 1), 'an agency') END;

-- Chains of which there is nothing, though what they tell of is there.
CREATE FUNCTION lost_chains() RETURNS TABLE (chain_id uuid) LANGUAGE sql STABLE AS $$
  SELECT c.id FROM (
    SELECT registry_chain() AS id WHERE EXISTS (SELECT 1 FROM registry_rows())
    UNION SELECT '00000000-0000-0000-0000-000000000000' WHERE EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM programme)
    UNION SELECT agency_id FROM appointment UNION SELECT agency_id FROM management_system UNION SELECT agency_id FROM delay_cause
    UNION SELECT agency_id FROM milestone UNION SELECT agency_id FROM declaration UNION SELECT agency_id FROM controlled_document
    UNION SELECT agency_id FROM quality_policy UNION SELECT agency_id FROM quality_objective UNION SELECT agency_id FROM agency_review
    UNION SELECT agency_id FROM visit_result
  ) c WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.chain_id = c.id) ORDER BY 1
$$;
REVOKE ALL ON FUNCTION derived_breaks(), chain_name(uuid), lost_chains() FROM PUBLIC;
