-- What arrives from devices: each item once, whatever the network does; photographs in pieces; minutes with their fingerprint.

CREATE TYPE "signature_kind" AS ENUM ('drawn', 'typed', 'none');
CREATE TYPE "opinion" AS ENUM ('agrees', 'dissents', 'absent');

CREATE TABLE "field_delivery" (
    "id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "receipt_no" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by" UUID NOT NULL,
    CONSTRAINT "field_delivery_pkey" PRIMARY KEY ("id", "sha256")
);
CREATE INDEX "field_delivery_visit_id_subject_idx" ON "field_delivery"("visit_id", "subject");

CREATE TABLE "photo_chunk" (
    "sha256" CHAR(64) NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "photo_chunk_pkey" PRIMARY KEY ("sha256", "uploaded_by", "start")
);

CREATE TABLE "visit_minutes" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "amends" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "fingerprint" CHAR(64) NOT NULL,
    "content" TEXT NOT NULL,
    "opinion" "opinion" NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "representative_name" TEXT NOT NULL DEFAULT '',
    "representative_title" TEXT NOT NULL DEFAULT '',
    "signature_kind" "signature_kind" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "receipt_no" BIGINT NOT NULL,
    CONSTRAINT "visit_minutes_pkey" PRIMARY KEY ("visit_id", "version")
);

ALTER TABLE "field_delivery" ADD CONSTRAINT "field_delivery_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit_minutes" ADD CONSTRAINT "visit_minutes_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One accepted form of an item; whatever else came under its id is kept beside it.
CREATE UNIQUE INDEX field_delivery_accepted_once ON field_delivery (id) WHERE accepted;
ALTER TABLE photo_chunk ADD CONSTRAINT photo_chunk_bounds CHECK (start >= 0 AND octet_length(bytes) BETWEEN 1 AND 1048576);
ALTER TABLE visit_minutes ADD CONSTRAINT visit_minutes_one_after_another CHECK (version >= 1 AND amends IS NOT DISTINCT FROM nullif(version - 1, 0)),
  ADD CONSTRAINT visit_minutes_reason CHECK (version = 1 OR reason <> ''),
  ADD CONSTRAINT visit_minutes_dissent_says_why CHECK (opinion <> 'dissents' OR statement <> ''),
  ADD CONSTRAINT visit_minutes_signed_by_somebody CHECK (signature_kind = 'none' OR representative_name <> '');

CREATE TRIGGER visit_minutes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_minutes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER field_delivery_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON field_delivery
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['field_delivery', 'photo_chunk', 'visit_minutes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_delete ON %I FOR DELETE USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nenep_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['field_delivery', 'visit_minutes'] LOOP
    EXECUTE format('CREATE POLICY team_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''inspector'' AND EXISTS
      (SELECT 1 FROM team_member m WHERE m.visit_id = %I.visit_id AND m.person_id = (SELECT viewer_person())))', t, t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_reader', t);
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY read ON field_delivery FOR SELECT USING ((SELECT reads_province()));
CREATE POLICY read ON visit_minutes FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()));
-- Pieces of a photograph are nobody's evidence yet: only who sends them sees them, and they go once the whole is there.
CREATE POLICY own_select ON photo_chunk FOR SELECT USING (uploaded_by = (SELECT viewer_account()));
CREATE POLICY own_insert ON photo_chunk FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector' AND uploaded_by = (SELECT viewer_account()));
CREATE POLICY own_delete ON photo_chunk FOR DELETE USING (uploaded_by = (SELECT viewer_account()));
GRANT DELETE ON photo_chunk TO nenep_app;
