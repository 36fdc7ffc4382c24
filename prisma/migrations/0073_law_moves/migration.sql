-- Legal documents are registered by the lead agency, with when they are in force and how one changes another, provision by provision;
-- what is not known of them stays empty. What an agency's document rests on is picked from them, and a change that is released finds
-- every document that it touches.

ALTER TYPE legal_document_kind ADD VALUE 'constitution';
ALTER TYPE legal_document_kind ADD VALUE 'code';
ALTER TYPE legal_document_kind ADD VALUE 'law';
ALTER TYPE legal_document_kind ADD VALUE 'ordinance';
ALTER TYPE legal_document_kind ADD VALUE 'joint_resolution';
ALTER TYPE legal_document_kind ADD VALUE 'directive';
ALTER TYPE legal_document_kind ADD VALUE 'joint_circular';
ALTER TYPE legal_document_kind ADD VALUE 'consolidation';
ALTER TYPE legal_relation_kind ADD VALUE 'suspends';
ALTER TYPE legal_relation_kind ADD VALUE 'corrects';
ALTER TYPE legal_relation_kind ADD VALUE 'based_on';
ALTER TYPE legal_relation_kind ADD VALUE 'cites';
ALTER TYPE legal_relation_kind ADD VALUE 'guides';
ALTER TYPE legal_relation_kind ADD VALUE 'explains';
ALTER TYPE legal_relation_kind ADD VALUE 'consolidates';
ALTER TYPE legal_relation_kind ADD VALUE 'publishes';
ALTER TYPE legal_relation_kind ADD VALUE 'related';
CREATE TYPE "legal_level" AS ENUM ('central', 'ministry', 'province', 'district', 'commune');
CREATE TYPE "legal_clock" AS ENUM ('agency_applies', 'ministry_publishes', 'province_publishes', 'publishes_shortened');
CREATE TYPE "term_unit" AS ENUM ('day', 'month');

-- Columns without a value leave what history says of a row as it is; what they are given here is told by the registry's own triggers.
SELECT set_config('app.role', 'system', true);
ALTER TABLE "legal_document" ADD COLUMN "level" "legal_level", ADD COLUMN "in_force_from" DATE, ADD COLUMN "in_force_to" DATE,
  ADD COLUMN "sets_procedures" BOOLEAN, ADD COLUMN "shortened" BOOLEAN,
  ADD COLUMN "registered_by" UUID, ADD COLUMN "registered_name" TEXT, ADD COLUMN "registered_at" TIMESTAMPTZ(3), ADD COLUMN "version" INTEGER;
UPDATE legal_document SET version = 1, level = CASE WHEN issuer LIKE 'UBND tỉnh %' THEN 'province'::legal_level
  WHEN issuer LIKE 'Bộ %' THEN 'ministry' ELSE 'central' END;
ALTER TABLE "legal_document" ALTER COLUMN "level" SET NOT NULL, ALTER COLUMN "version" SET NOT NULL, ALTER COLUMN "version" SET DEFAULT 1;
ALTER TABLE legal_document ADD CHECK (in_force_to > in_force_from);

-- The relations of one document to others, noted as a draft, released together, and undone together.
CREATE TABLE "legal_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "legal_document_id" UUID NOT NULL,
    "noted_by" UUID,
    "noted_name" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by" UUID,
    "released_name" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undone_name" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undone_reason" TEXT,

    CONSTRAINT "legal_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "legal_change_legal_document_id_idx" ON "legal_change"("legal_document_id");
ALTER TABLE "legal_change" ADD CONSTRAINT "legal_change_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE legal_change ADD CHECK (noted_name <> ''), ADD CHECK ((released_at IS NULL) = (released_name IS NULL)),
  ADD CHECK ((undone_at IS NULL) = (undone_name IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL)),
  ADD CHECK (undone_at IS NULL OR released_at IS NOT NULL),
  ADD CHECK (undone_reason IS NFC NORMALIZED AND length(undone_reason) <= 1000);
CREATE UNIQUE INDEX legal_change_one_draft ON legal_change (legal_document_id) WHERE released_at IS NULL;

-- A relation has an id, the provision of the other document that it is about, and its own day; the other document may be one that
-- nobody has registered. Those of before were true of the whole document, as far as was known.
CREATE TEMPORARY TABLE relations_before ON COMMIT DROP AS SELECT * FROM legal_relation;
DELETE FROM legal_relation;
ALTER TABLE "legal_relation" DROP CONSTRAINT "legal_relation_pkey", ADD COLUMN "id" UUID NOT NULL DEFAULT uuidv7(),
  ALTER COLUMN "to_id" DROP NOT NULL, ADD COLUMN "to_text" TEXT, ADD COLUMN "provision" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "effective_on" DATE, ADD COLUMN "change_id" UUID,
  ADD CONSTRAINT "legal_relation_pkey" PRIMARY KEY ("id");
CREATE INDEX "legal_relation_from_id_idx" ON "legal_relation"("from_id");
CREATE INDEX "legal_relation_to_id_idx" ON "legal_relation"("to_id");
CREATE INDEX "legal_relation_change_id_idx" ON "legal_relation"("change_id");
ALTER TABLE "legal_relation" ADD CONSTRAINT "legal_relation_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "legal_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE legal_relation ADD CHECK ((to_id IS NULL) <> (to_text IS NULL)), ADD CHECK (from_id <> to_id),
  ADD CHECK (to_text IS NFC NORMALIZED AND length(to_text) BETWEEN 1 AND 200), ADD CHECK (length(provision) <= 60);
CREATE UNIQUE INDEX legal_relation_once ON legal_relation (from_id, coalesce(to_id::text, to_text), kind, provision, change_id) NULLS NOT DISTINCT;

CREATE OR REPLACE FUNCTION registry_tables() RETURNS TABLE (tab text, keys text[]) LANGUAGE sql IMMUTABLE AS $$ VALUES
  ('agency', '{id}'::text[]), ('agency_name', '{id}'), ('agency_kind_fact', '{id}'), ('agency_parent', '{id}'),
  ('agency_obligation', '{id}'), ('agency_identifier', '{id}'), ('agency_event', '{id}'),
  ('agency_event_party', '{event_id,agency_id,side}'), ('subject_set', '{id}'), ('deadline', '{id}'), ('legal_document', '{id}'),
  ('legal_relation', '{id}'), ('legal_term', '{clock,valid_from}'), ('standard_edition', '{id}'), ('edition_transition', '{id}'),
  ('requirement', '{edition_id,clause}'), ('required_document', '{id}'), ('checklist_edition', '{id}'),
  ('checklist_group', '{checklist_id,code}'), ('checklist_question', '{checklist_id,code}'), ('checklist_grade', '{checklist_id,code}'),
  ('correction_term', '{severity,valid_from}'), ('keeping_term', '{subject}'), ('lead_agency', '{id}'),
  ('paper_basis', '{position,valid_from}'), ('paper_signatory', '{id}'), ('person', '{id}'), ('person_position', '{id}'),
  ('risk_weight_set', '{id}'), ('risk_weight', '{set_id,factor}'), ('holiday', '{day}'), ('milestone_target', '{id}'),
  ('scenario', '{id}')
$$;
INSERT INTO legal_relation (from_id, to_id, kind) SELECT from_id, to_id, kind FROM relations_before;

-- How long each step of a change of law may take, by the text that says so.
CREATE TABLE "legal_term" (
    "clock" "legal_clock" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID NOT NULL,
    "provision" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" "term_unit" NOT NULL,

    CONSTRAINT "legal_term_pkey" PRIMARY KEY ("clock","valid_from")
);
ALTER TABLE "legal_term" ADD CONSTRAINT "legal_term_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE legal_term ADD CHECK (amount BETWEEN 1 AND 1000), ADD CHECK (valid_to > valid_from),
  ADD CONSTRAINT legal_term_no_overlap EXCLUDE USING gist (clock WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
CREATE TRIGGER registry_added AFTER INSERT ON legal_term REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION registry_changed();
CREATE TRIGGER registry_changed AFTER UPDATE ON legal_term REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION registry_changed();
CREATE TRIGGER registry_removed AFTER DELETE ON legal_term REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION registry_changed();

-- What a text of an agency's document rests on: a legal document, or one provision of it ("Đ4 k4 a"); empty for the whole.
CREATE TABLE "document_basis" (
    "agency_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "legal_document_id" UUID NOT NULL,
    "provision" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "document_basis_pkey" PRIMARY KEY ("revision_id","legal_document_id","provision")
);
CREATE INDEX "document_basis_agency_id_idx" ON "document_basis"("agency_id");
CREATE INDEX "document_basis_legal_document_id_idx" ON "document_basis"("legal_document_id");
ALTER TABLE "document_basis" ADD CONSTRAINT "document_basis_agency_id_revision_id_fkey" FOREIGN KEY ("agency_id", "revision_id") REFERENCES "document_revision"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "document_basis" ADD CONSTRAINT "document_basis_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE document_basis ADD CHECK (length(provision) <= 60);

-- A document that a released change touches. Whether it is done follows from the document's texts and is written nowhere.
CREATE TABLE "update_task" (
    "change_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "effective_on" DATE,
    "later" BOOLEAN NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "update_task_pkey" PRIMARY KEY ("change_id","document_id")
);
CREATE INDEX "update_task_agency_id_idx" ON "update_task"("agency_id");
CREATE INDEX "update_task_document_id_idx" ON "update_task"("document_id");
ALTER TABLE "update_task" ADD CONSTRAINT "update_task_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "legal_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "update_task" ADD CONSTRAINT "update_task_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agency found that a change asks nothing of a document, and why.
CREATE TABLE "update_judgement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "judged_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by" UUID,
    "recorded_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancellation_id" UUID,

    CONSTRAINT "update_judgement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "update_judgement_agency_id_idx" ON "update_judgement"("agency_id");
CREATE INDEX "update_judgement_document_id_idx" ON "update_judgement"("document_id");
ALTER TABLE "update_judgement" ADD CONSTRAINT "update_judgement_change_id_document_id_fkey" FOREIGN KEY ("change_id", "document_id") REFERENCES "update_task"("change_id", "document_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "update_judgement" ADD CONSTRAINT "update_judgement_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "update_judgement" ADD CONSTRAINT "update_judgement_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE update_judgement ADD CHECK (recorded_name <> ''),
  ADD CHECK (length(btrim(reason)) > 0 AND reason IS NFC NORMALIZED AND length(reason) <= 1000);
CREATE UNIQUE INDEX update_judgement_once ON update_judgement (change_id, document_id) WHERE cancellation_id IS NULL;
CREATE TRIGGER update_judgement_unchanged BEFORE UPDATE ON update_judgement FOR EACH ROW EXECUTE FUNCTION refuse_change_but_cancelling();
CREATE TRIGGER update_judgement_cancelled BEFORE UPDATE ON update_judgement
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
CREATE TRIGGER update_judgement_append_only BEFORE DELETE OR TRUNCATE ON update_judgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER update_task_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON update_task FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_change_append_only BEFORE DELETE OR TRUNCATE ON legal_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was released or undone says so for good, and relations are added to and taken off a draft alone.
CREATE FUNCTION refuse_change_of_released() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE undoing CONSTANT text[] := '{undone_by,undone_name,undone_at,undone_reason}';
BEGIN
  IF OLD.undone_at IS NOT NULL OR (OLD.released_at IS NOT NULL AND to_jsonb(NEW) - undoing IS DISTINCT FROM to_jsonb(OLD) - undoing) THEN
    RAISE EXCEPTION 'a released change says so for good' USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION refuse_relation_of_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal_change c WHERE c.id IN (NEW.change_id, OLD.change_id) AND c.released_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the relations of a released change stay' USING ERRCODE = 'NN001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER legal_change_released BEFORE UPDATE ON legal_change FOR EACH ROW EXECUTE FUNCTION refuse_change_of_released();
CREATE TRIGGER legal_relation_released BEFORE INSERT OR UPDATE OR DELETE ON legal_relation FOR EACH ROW EXECUTE FUNCTION refuse_relation_of_released();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['legal_change', 'legal_term', 'document_basis', 'update_task', 'update_judgement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_app, nenep_reader', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['legal_change', 'legal_term'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['legal_document', 'legal_change'] LOOP
    EXECUTE format('CREATE POLICY lead_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
    EXECUTE format('CREATE POLICY lead_update ON %I FOR UPDATE USING ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['document_basis', 'update_task', 'update_judgement'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('GRANT INSERT ON %I TO nenep_app', t);
  END LOOP;
END $$;
CREATE POLICY lead_insert ON legal_relation FOR INSERT WITH CHECK ((SELECT viewer_role()) IN ('leader', 'inspector') AND change_id IS NOT NULL);
CREATE POLICY lead_delete ON legal_relation FOR DELETE USING ((SELECT viewer_role()) IN ('leader', 'inspector') AND change_id IS NOT NULL);
CREATE POLICY lead_insert ON update_task FOR INSERT WITH CHECK ((SELECT viewer_role()) IN ('leader', 'inspector'));
CREATE POLICY own_delete ON document_basis FOR DELETE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY own_cancel ON update_judgement FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
GRANT INSERT, UPDATE (kind, number, issuer, issued_on, title, level, in_force_from, in_force_to, sets_procedures, shortened, verified, version) ON legal_document TO nenep_app;
GRANT INSERT, DELETE ON legal_relation TO nenep_app;
GRANT INSERT, UPDATE (released_by, released_name, released_at, undone_by, undone_name, undone_at, undone_reason) ON legal_change TO nenep_app;
GRANT DELETE ON document_basis TO nenep_app;
GRANT UPDATE (cancellation_id) ON update_judgement TO nenep_app;

-- The rows of this migration that belong to a record: what a text rests on and what was judged to its document, what was released to the law.
CREATE FUNCTION law_rows(of_entity text, of_id text) RETURNS TABLE (name text, content jsonb, since int) LANGUAGE sql STABLE AS $$
  SELECT 'document_basis ' || b.revision_id || ' ' || b.legal_document_id || ' ' || b.provision, to_jsonb(b), 4
  FROM document_basis b JOIN document_revision r ON r.id = b.revision_id WHERE of_entity = 'document' AND r.document_id::text = of_id
  UNION ALL SELECT 'update_judgement ' || j.id, to_jsonb(j), 4 FROM update_judgement j WHERE of_entity = 'document' AND j.document_id::text = of_id
  UNION ALL SELECT 'update_task ' || t.change_id, to_jsonb(t), 4 FROM update_task t WHERE of_entity = 'document' AND t.document_id::text = of_id AND t.later
  UNION ALL SELECT 'legal_change ' || c.id, to_jsonb(c), 4 FROM legal_change c WHERE of_entity = 'law' AND c.legal_document_id::text = of_id
  UNION ALL SELECT 'update_task ' || t.change_id || ' ' || t.document_id, to_jsonb(t), 4
  FROM update_task t JOIN legal_change c ON c.id = t.change_id WHERE of_entity = 'law' AND c.legal_document_id::text = of_id AND NOT t.later
$$;
REVOKE ALL ON FUNCTION law_rows(text, text) FROM PUBLIC;
CREATE OR REPLACE FUNCTION sealed_records(of_entity text, of_id text) RETURNS TABLE (name text, digest text, since int) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    WITH own AS (SELECT * FROM record_rows(of_entity, of_id) UNION ALL SELECT * FROM law_rows(of_entity, of_id)),
      named AS (SELECT v.value::uuid AS id, min(own.since) AS since FROM own, jsonb_each_text(own.content) v
        WHERE v.key IN ('attachment_id', 'minutes_id', 'cancellation_id') AND v.value IS NOT NULL GROUP BY 1),
      whole AS (SELECT * FROM own
        UNION ALL SELECT 'attachment ' || a.id, to_jsonb(a), n.since FROM attachment a JOIN named n ON n.id = a.id
        UNION ALL SELECT 'cancellation ' || c.id, to_jsonb(c), n.since FROM cancellation c JOIN named n ON n.id = c.id)
    SELECT w.name, encode(sha256(convert_to(jsonb_strip_nulls(w.content)::text, 'UTF8')), 'hex'), w.since FROM whole w;
  PERFORM set_config('app.role', viewer, true);
END $$;

-- The terms, where the registry is filled already; a new world is given them by its seed.
INSERT INTO legal_document (kind, number, issuer, issued_on, title, verified, level, in_force_from)
SELECT 'decree', '63/2010/NĐ-CP', 'Chính phủ', DATE '2010-06-08', 'Về kiểm soát thủ tục hành chính', false, 'central', DATE '2010-10-14'
WHERE EXISTS (SELECT 1 FROM legal_document) AND NOT EXISTS (SELECT 1 FROM legal_document WHERE number = '63/2010/NĐ-CP');
UPDATE legal_document SET in_force_from = CASE number WHEN '19/2014/QĐ-TTg' THEN DATE '2014-05-18' ELSE DATE '2014-12-01' END
WHERE number IN ('19/2014/QĐ-TTg', '26/2014/TT-BKHCN') AND in_force_from IS NULL;
INSERT INTO legal_term (clock, valid_from, legal_document_id, provision, amount, unit)
SELECT t.clock::legal_clock, t.valid_from, d.id, t.provision, t.amount, t.unit::term_unit FROM (VALUES
  ('agency_applies', DATE '2014-05-18', '19/2014/QĐ-TTg', 'Đ4 k4 a', 3, 'month'),
  ('ministry_publishes', DATE '2017-09-25', '63/2010/NĐ-CP', 'Đ15', 20, 'day'),
  ('province_publishes', DATE '2017-09-25', '63/2010/NĐ-CP', 'Đ15', 5, 'day'),
  ('publishes_shortened', DATE '2017-09-25', '63/2010/NĐ-CP', 'Đ15', 3, 'day')
) AS t(clock, valid_from, number, provision, amount, unit) JOIN legal_document d ON d.number = t.number;
SELECT set_config('app.role', '', true);
