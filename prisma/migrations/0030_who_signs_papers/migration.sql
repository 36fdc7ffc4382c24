-- Who signs what the lead agency issues, by what authority, and what those who inspect are and where: dated rows, so that a paper
-- of a day names people as they were on that day.
CREATE TYPE "signing_authority" AS ENUM ('own', 'acting', 'collective', 'in_place', 'by_order', 'by_authorisation');
CREATE TABLE "paper_signatory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "authority" "signing_authority" NOT NULL,
    "principal" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "paper_signatory_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "person_position" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "person_position_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_position_person_id_idx" ON "person_position"("person_id");
ALTER TABLE "paper_signatory" ADD CONSTRAINT "paper_signatory_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "person_position" ADD CONSTRAINT "person_position_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who signs for somebody else says for whom.
ALTER TABLE paper_signatory ADD CHECK (valid_to > valid_from), ADD CHECK (position >= 0), ADD CHECK (title <> '' AND name <> ''),
  ADD CONSTRAINT paper_signatory_for_whom CHECK ((principal = '') = (authority IN ('own', 'acting'))),
  ADD CONSTRAINT paper_signatory_no_overlap EXCLUDE USING gist (position WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE person_position ADD CHECK (valid_to > valid_from), ADD CHECK (title <> '' AND organisation <> ''),
  ADD CONSTRAINT person_position_one_at_a_time EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);

ALTER TABLE paper_signatory ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE person_position ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON paper_signatory FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON paper_signatory FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY system_update ON paper_signatory FOR UPDATE USING ((SELECT viewer_role()) = 'system');
CREATE POLICY read ON paper_signatory FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL);
CREATE POLICY export ON paper_signatory FOR SELECT TO nenep_reader USING (true);
CREATE POLICY system_select ON person_position FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON person_position FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY system_update ON person_position FOR UPDATE USING ((SELECT viewer_role()) = 'system');
-- Whoever may read a person's name may read what they are: an agency knows those who audit it.
CREATE POLICY read ON person_position FOR SELECT USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_position.person_id));
CREATE POLICY export ON person_position FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON paper_signatory, person_position TO nenep_app, nenep_reader;
