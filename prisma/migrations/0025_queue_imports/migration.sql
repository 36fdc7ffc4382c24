-- Files that devices write where they cannot send: the keys they are sealed for, and what became of each file that was brought in.

-- A new row is a new key; the older ones still open what was sealed for them.
CREATE TABLE "export_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_key" TEXT NOT NULL,
    "private_key" BYTEA NOT NULL,
    "proof_secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_key_pkey" PRIMARY KEY ("id")
);
ALTER TABLE export_key ADD CHECK (octet_length(proof_secret) = 32);

CREATE TABLE "queue_import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "account_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receipt_no" BIGINT NOT NULL,

    CONSTRAINT "queue_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "queue_import_sha256_taken_at_idx" ON "queue_import"("sha256", "taken_at");
ALTER TABLE "queue_import" ADD CONSTRAINT "queue_import_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE queue_import ADD CHECK (jsonb_typeof(lines) = 'array'), ADD CHECK (jsonb_typeof(counts) = 'object');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['export_key', 'queue_import'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      t || '_append_only', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nenep_app', t);
  END LOOP;
END $$;
-- Keys are the system's alone: no viewer of any role reads one, and who exports figures has no grant on them.
CREATE POLICY admin_select ON queue_import FOR SELECT USING ((SELECT viewer_role()) = 'admin');
CREATE POLICY admin_insert ON queue_import FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'admin' AND taken_by = (SELECT viewer_account()));
CREATE POLICY export ON queue_import FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON queue_import TO nenep_reader;
