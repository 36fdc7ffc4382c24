-- Administrative procedures (TTHC). A procedure is what decisions say of it, row by row, each from a day on; the rows of a decision are
-- noted with its other changes, released and undone with them. Agencies say which procedures they handle, and which of their documents
-- carry each.
CREATE TYPE "procedure_act" AS ENUM ('published', 'amended', 'ended');

-- Nothing but who is meant: code and name may change, and are said by the rows.
CREATE TABLE "admin_procedure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),

    CONSTRAINT "admin_procedure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "procedure_row" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "change_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "act" "procedure_act" NOT NULL,
    "procedure_id" UUID,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "levels" TEXT NOT NULL,
    "decides" TEXT NOT NULL,
    "performs" TEXT NOT NULL,
    "effective_on" DATE,
    "ends_on" DATE,
    "shared" BOOLEAN NOT NULL,
    "no_case" BOOLEAN NOT NULL,
    "internal" BOOLEAN NOT NULL,
    "bases" TEXT[] NOT NULL,

    CONSTRAINT "procedure_row_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "procedure_row_change_id_position_key" ON "procedure_row"("change_id", "position");
CREATE INDEX "procedure_row_procedure_id_idx" ON "procedure_row"("procedure_id");
CREATE INDEX "procedure_row_code_idx" ON "procedure_row"("code");
ALTER TABLE "procedure_row" ADD CONSTRAINT "procedure_row_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "legal_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "procedure_row" ADD CONSTRAINT "procedure_row_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "admin_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE procedure_row ADD CHECK (code ~ '^\d\.\d{6}$'), ADD CHECK (name IS NFC NORMALIZED AND length(name) BETWEEN 1 AND 1000),
  ADD CHECK (length(field) <= 300 AND length(levels) <= 300 AND length(decides) <= 1000 AND length(performs) <= 1000),
  ADD CHECK (ends_on > effective_on);

-- Which procedures a row takes the place of.
CREATE TABLE "procedure_replacement" (
    "row_id" UUID NOT NULL,
    "procedure_id" UUID NOT NULL,

    CONSTRAINT "procedure_replacement_pkey" PRIMARY KEY ("row_id","procedure_id")
);
CREATE INDEX "procedure_replacement_procedure_id_idx" ON "procedure_replacement"("procedure_id");
ALTER TABLE "procedure_replacement" ADD CONSTRAINT "procedure_replacement_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "procedure_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "procedure_replacement" ADD CONSTRAINT "procedure_replacement_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "admin_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A procedure that an agency handles, from a day on; until a day, or until further notice.
CREATE TABLE "handled_procedure" (
    "agency_id" UUID NOT NULL,
    "procedure_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "handled_procedure_pkey" PRIMARY KEY ("agency_id","procedure_id","since")
);
CREATE INDEX "handled_procedure_procedure_id_idx" ON "handled_procedure"("procedure_id");
ALTER TABLE "handled_procedure" ADD CONSTRAINT "handled_procedure_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handled_procedure" ADD CONSTRAINT "handled_procedure_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "admin_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE handled_procedure ADD CHECK ("until" > since),
  ADD CONSTRAINT handled_procedure_no_overlap EXCLUDE USING gist (agency_id WITH =, procedure_id WITH =, daterange(since, "until", '[)') WITH &&);

-- Which procedures a text of an agency's document carries out.
CREATE TABLE "carried_procedure" (
    "agency_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "procedure_id" UUID NOT NULL,

    CONSTRAINT "carried_procedure_pkey" PRIMARY KEY ("revision_id","procedure_id")
);
CREATE INDEX "carried_procedure_agency_id_idx" ON "carried_procedure"("agency_id");
CREATE INDEX "carried_procedure_procedure_id_idx" ON "carried_procedure"("procedure_id");
ALTER TABLE "carried_procedure" ADD CONSTRAINT "carried_procedure_agency_id_revision_id_fkey" FOREIGN KEY ("agency_id", "revision_id") REFERENCES "document_revision"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carried_procedure" ADD CONSTRAINT "carried_procedure_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "admin_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows are added to, matched in and taken off a draft alone.
CREATE TRIGGER procedure_row_released BEFORE INSERT OR UPDATE OR DELETE ON procedure_row FOR EACH ROW EXECUTE FUNCTION refuse_relation_of_released();
CREATE FUNCTION refuse_replacement_of_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal_change c JOIN procedure_row r ON r.change_id = c.id
      WHERE r.id IN (NEW.row_id, OLD.row_id) AND c.released_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what a released row replaces stays' USING ERRCODE = 'NN001';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER procedure_replacement_released BEFORE INSERT OR UPDATE OR DELETE ON procedure_replacement
  FOR EACH ROW EXECUTE FUNCTION refuse_replacement_of_released();
CREATE FUNCTION refuse_release_of_unmatched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM procedure_row r WHERE r.change_id = NEW.id AND r.procedure_id IS NULL) THEN
    RAISE EXCEPTION 'a row of nobody knows which procedure' USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_change_matched BEFORE UPDATE OF released_at ON legal_change FOR EACH ROW WHEN (OLD.released_at IS NULL)
  EXECUTE FUNCTION refuse_release_of_unmatched();

-- What each procedure is on a day, by the rows that were released and stand: the last that holds by then says it. One that another
-- takes the place of by then has ended, whatever its own rows say.
CREATE FUNCTION procedures_on(day date) RETURNS TABLE (procedure_id uuid, row_id uuid, change_id uuid, act procedure_act, code text, name text, field text,
  levels text, decides text, performs text, shared boolean, no_case boolean, internal boolean, since date, ended boolean, replaced_by uuid)
LANGUAGE sql STABLE AS $$
  WITH standing AS (
    SELECT r.*, c.released_at, coalesce(r.effective_on, l.in_force_from, l.issued_on) AS holds_from FROM procedure_row r
      JOIN legal_change c ON c.id = r.change_id AND c.released_at IS NOT NULL AND c.undone_at IS NULL
      JOIN legal_document l ON l.id = c.legal_document_id
  ), last AS (
    SELECT DISTINCT ON (s.procedure_id) s.* FROM standing s WHERE s.holds_from <= day
    ORDER BY s.procedure_id, s.holds_from DESC, s.released_at DESC, s.position DESC
  ), told AS (
    -- What a row leaves out was said before: lists of what ends give little more than names.
    SELECT s.procedure_id, (array_agg(s.code ORDER BY s.holds_from DESC, s.released_at DESC) FILTER (WHERE s.code IS NOT NULL))[1] AS code,
      (array_agg(s.field ORDER BY s.holds_from DESC, s.released_at DESC) FILTER (WHERE s.field <> ''))[1] AS field,
      (array_agg(s.levels ORDER BY s.holds_from DESC, s.released_at DESC) FILTER (WHERE s.levels <> ''))[1] AS levels,
      (array_agg(s.decides ORDER BY s.holds_from DESC, s.released_at DESC) FILTER (WHERE s.decides <> ''))[1] AS decides,
      (array_agg(s.performs ORDER BY s.holds_from DESC, s.released_at DESC) FILTER (WHERE s.performs <> ''))[1] AS performs
    FROM standing s WHERE s.holds_from <= day GROUP BY s.procedure_id
  ), replaced AS (
    SELECT DISTINCT ON (p.procedure_id) p.procedure_id, s.procedure_id AS by, s.holds_from FROM procedure_replacement p JOIN standing s ON s.id = p.row_id
    WHERE s.holds_from <= day ORDER BY p.procedure_id, s.holds_from DESC, s.released_at DESC
  )
  SELECT l.procedure_id, l.id, l.change_id, l.act, coalesce(l.code, k.code), l.name, coalesce(nullif(l.field, ''), k.field, ''),
    coalesce(nullif(l.levels, ''), k.levels, ''), coalesce(nullif(l.decides, ''), k.decides, ''), coalesce(nullif(l.performs, ''), k.performs, ''),
    l.shared, l.no_case, l.internal, l.holds_from,
    coalesce(l.ends_on <= day, l.act = 'ended') OR coalesce(r.holds_from >= l.holds_from, false),
    CASE WHEN r.holds_from >= l.holds_from THEN r.by END
  FROM last l LEFT JOIN replaced r ON r.procedure_id = l.procedure_id AND r.by <> l.procedure_id
    LEFT JOIN told k ON k.procedure_id = l.procedure_id
$$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['admin_procedure', 'procedure_row', 'procedure_replacement', 'handled_procedure', 'carried_procedure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_app, nenep_reader', t);
    EXECUTE format('GRANT INSERT ON %I TO nenep_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['admin_procedure', 'procedure_row', 'procedure_replacement'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY lead_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['procedure_row', 'procedure_replacement'] LOOP
    EXECUTE format('CREATE POLICY lead_delete ON %I FOR DELETE USING ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
    EXECUTE format('GRANT DELETE ON %I TO nenep_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['handled_procedure', 'carried_procedure'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('CREATE POLICY own_delete ON %I FOR DELETE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('GRANT DELETE ON %I TO nenep_app', t);
  END LOOP;
END $$;
CREATE POLICY lead_update ON procedure_row FOR UPDATE USING ((SELECT viewer_role()) IN ('leader', 'inspector'));
CREATE POLICY system_update ON legal_change FOR UPDATE USING ((SELECT viewer_role()) = 'system');
CREATE POLICY own_update ON handled_procedure FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
GRANT UPDATE (procedure_id) ON procedure_row TO nenep_app;
GRANT UPDATE ("until") ON handled_procedure TO nenep_app;

-- The rows of this migration that belong to a record, beside those of the law before it.
CREATE OR REPLACE FUNCTION law_rows(of_entity text, of_id text) RETURNS TABLE (name text, content jsonb, since int) LANGUAGE sql STABLE AS $$
  SELECT 'document_basis ' || b.revision_id || ' ' || b.legal_document_id || ' ' || b.provision, to_jsonb(b), 4
  FROM document_basis b JOIN document_revision r ON r.id = b.revision_id WHERE of_entity = 'document' AND r.document_id::text = of_id
  UNION ALL SELECT 'carried_procedure ' || b.revision_id || ' ' || b.procedure_id, to_jsonb(b), 4
  FROM carried_procedure b JOIN document_revision r ON r.id = b.revision_id WHERE of_entity = 'document' AND r.document_id::text = of_id
  UNION ALL SELECT 'update_judgement ' || j.id, to_jsonb(j), 4 FROM update_judgement j WHERE of_entity = 'document' AND j.document_id::text = of_id
  UNION ALL SELECT 'update_task ' || t.change_id, to_jsonb(t), 4 FROM update_task t WHERE of_entity = 'document' AND t.document_id::text = of_id AND t.later
  UNION ALL SELECT 'legal_change ' || c.id, to_jsonb(c), 4 FROM legal_change c WHERE of_entity = 'law' AND c.legal_document_id::text = of_id
  UNION ALL SELECT 'procedure_row ' || r.id, to_jsonb(r), 4
  FROM procedure_row r JOIN legal_change c ON c.id = r.change_id WHERE of_entity = 'law' AND c.legal_document_id::text = of_id
  UNION ALL SELECT 'procedure_replacement ' || p.row_id || ' ' || p.procedure_id, to_jsonb(p), 4
  FROM procedure_replacement p JOIN procedure_row r ON r.id = p.row_id JOIN legal_change c ON c.id = r.change_id
  WHERE of_entity = 'law' AND c.legal_document_id::text = of_id
  UNION ALL SELECT 'update_task ' || t.change_id || ' ' || t.document_id, to_jsonb(t), 4
  FROM update_task t JOIN legal_change c ON c.id = t.change_id WHERE of_entity = 'law' AND c.legal_document_id::text = of_id AND NOT t.later
  UNION ALL SELECT 'handled_procedure ' || h.procedure_id || ' ' || h.since, to_jsonb(h), 4
  FROM handled_procedure h WHERE of_entity = 'agency' AND h.agency_id::text = of_id
$$;
