-- Who issues the papers of a day, and what they cite as their basis: dated rows, so that a paper about a day names both as they
-- were on that day.
CREATE TABLE "lead_agency" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "parent_name" TEXT NOT NULL,
    "committee" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "head_title" TEXT NOT NULL,
    "drafter" TEXT NOT NULL,
    "copies_to" TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "lead_agency_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "paper_basis" (
    "position" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "paper_basis_pkey" PRIMARY KEY ("position","valid_from")
);
ALTER TABLE "lead_agency" ADD CONSTRAINT "lead_agency_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead_agency" ADD CONSTRAINT "lead_agency_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "paper_basis" ADD CONSTRAINT "paper_basis_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE lead_agency ADD CHECK (valid_to > valid_from),
  ADD CHECK (parent_name <> '' AND committee <> '' AND province <> '' AND place <> '' AND head_title <> '' AND drafter <> ''),
  ADD CONSTRAINT lead_agency_one_at_a_time EXCLUDE USING gist (daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE paper_basis ADD CHECK (valid_to > valid_from), ADD CHECK (position >= 0),
  ADD CONSTRAINT paper_basis_no_overlap EXCLUDE USING gist (position WITH =, daterange(valid_from, valid_to, '[)') WITH &&);

ALTER TABLE lead_agency ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE paper_basis ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON lead_agency FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON lead_agency FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY system_update ON lead_agency FOR UPDATE USING ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON lead_agency FOR SELECT USING ((SELECT reads_province()));
CREATE POLICY export ON lead_agency FOR SELECT TO nenep_reader USING (true);
CREATE POLICY system_select ON paper_basis FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON paper_basis FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY system_update ON paper_basis FOR UPDATE USING ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON paper_basis FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL);
CREATE POLICY export ON paper_basis FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON lead_agency, paper_basis TO nenep_app, nenep_reader;

-- An agency reads its own rows alone. What stands in the head of a paper, and the names of those above it, it may know: these
-- two functions say exactly that, and nothing else of another agency.
CREATE FUNCTION lead_agency_on(day date) RETURNS TABLE (name text, abbreviation text, parent_name text, committee text,
  province text, place text, head_title text, drafter text, copies_to text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY SELECT n.name, n.abbreviation, l.parent_name, l.committee, l.province, l.place, l.head_title, l.drafter, l.copies_to
    FROM lead_agency l JOIN agency_name n ON n.agency_id = l.agency_id AND n.valid_from <= day
    WHERE l.valid_from <= day AND coalesce(l.valid_to, 'infinity') > day
    ORDER BY n.valid_from DESC LIMIT 1;
  PERFORM set_config('app.role', viewer, true);
END $$;
CREATE FUNCTION superiors_on(day date) RETURNS TABLE (agency_id uuid, name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE viewer text := coalesce(current_setting('app.role', true), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY WITH RECURSIVE above(id) AS (
      SELECT p.parent_id FROM agency_parent p WHERE p.agency_id = viewer_agency()
      UNION SELECT p.parent_id FROM agency_parent p JOIN above a ON a.id = p.agency_id
    )
    SELECT DISTINCT ON (a.id) a.id, n.name FROM above a JOIN agency_name n ON n.agency_id = a.id AND n.valid_from <= day
    ORDER BY a.id, n.valid_from DESC;
  PERFORM set_config('app.role', viewer, true);
END $$;
REVOKE ALL ON FUNCTION lead_agency_on(date), superiors_on(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lead_agency_on(date), superiors_on(date) TO nenep_app;

-- A world planted before these tables existed gets the rows that were in the code; a new one gets them with its law.
SELECT set_config('app.role', 'system', true);
INSERT INTO lead_agency (agency_id, parent_name, committee, province, place, head_title, drafter, copies_to, valid_from)
SELECT a.id, 'UBND tỉnh Quảng Ngãi', 'Ủy ban nhân dân tỉnh Quảng Ngãi', 'tỉnh Quảng Ngãi', 'Quảng Ngãi', 'Giám đốc', 'TĐC',
  ARRAY['Sở Nội vụ'], DATE '2006-06-20'
FROM agency a JOIN scenario s ON s.name = 'quang-ngai-2017' WHERE a.code = 'skhcn';
INSERT INTO paper_basis (position, valid_from, valid_to, legal_document_id)
SELECT b.position, b.valid_from::date, b.valid_to::date, l.id
FROM legal_document l JOIN (VALUES
  ('144/2006/QĐ-TTg', 0, '2006-06-20', '2014-05-18'), ('118/2009/QĐ-TTg', 1, '2009-09-30', '2014-05-18'),
  ('19/2014/QĐ-TTg', 0, '2014-05-18', NULL), ('26/2014/TT-BKHCN', 1, '2014-10-10', NULL)
) AS b(number, position, valid_from, valid_to) ON b.number = l.number;
SELECT set_config('app.role', '', true);
