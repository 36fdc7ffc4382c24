-- Reminders by mail, and the queue that sends them. A mail and what became of it are evidence; a job is only work to do.

-- In which language somebody is written to, and whether they asked for it to stop. The secret is the address that stops it.
CREATE TABLE "mail_setting" (
    "account_id" UUID NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "stopped_at" TIMESTAMPTZ(3),
    "secret" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "mail_setting_pkey" PRIMARY KEY ("account_id")
);
CREATE UNIQUE INDEX "mail_setting_secret_key" ON "mail_setting"("secret");
ALTER TABLE "mail_setting" ADD CONSTRAINT "mail_setting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail_setting ADD CHECK (language IN ('vi', 'en'));

-- A mail to somebody for a day: at most one of each kind.
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mail_account_id_kind_day_key" ON "mail"("account_id", "kind", "day");
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail ADD CHECK (kind IN ('digest', 'welcome')), ADD CHECK (language IN ('vi', 'en')),
  ADD CHECK (subject IS NFC NORMALIZED AND length(subject) <= 300), ADD CHECK (length(address) <= 254);

-- Its text, apart from it: who looks after the mails sees that they arrive, and not what they say of agencies.
CREATE TABLE "mail_body" (
    "mail_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "mail_body_pkey" PRIMARY KEY ("mail_id")
);
ALTER TABLE "mail_body" ADD CONSTRAINT "mail_body_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail_body ADD CHECK (text IS NFC NORMALIZED AND html IS NFC NORMALIZED);

-- Which rung of the ladder a mail told of which duty.
CREATE TABLE "mail_rung" (
    "mail_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "rung" TEXT NOT NULL,

    CONSTRAINT "mail_rung_pkey" PRIMARY KEY ("mail_id", "duty")
);
ALTER TABLE "mail_rung" ADD CONSTRAINT "mail_rung_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail_rung ADD CHECK (rung IN ('undated', 'before14', 'before3', 'due', 'overdue7', 'overdue30'));

-- What a mail server answered.
CREATE TABLE "mail_attempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mail_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "mail_attempt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mail_attempt_mail_id_at_idx" ON "mail_attempt"("mail_id", "at");
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE mail_attempt ADD CHECK (outcome IN ('sent', 'deferred', 'refused'));
CREATE UNIQUE INDEX mail_attempt_one_end ON mail_attempt (mail_id) WHERE outcome <> 'deferred';

-- The queue: a name and a key make a job one, however often it is asked for.
CREATE TABLE "job" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "job_name_key_key" ON "job"("name", "key");
CREATE INDEX job_waiting ON job (run_at) WHERE finished_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mail', 'mail_body', 'mail_rung', 'mail_attempt'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      t || '_append_only', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nenep_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['mail_setting', 'mail', 'mail_body', 'mail_rung', 'mail_attempt', 'job'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_update ON %I FOR UPDATE USING ((SELECT viewer_role()) = ''system'')', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE (language, stopped_at) ON mail_setting TO nenep_app;
CREATE POLICY own_select ON mail_setting FOR SELECT USING (account_id = (SELECT viewer_account()) OR (SELECT viewer_role()) = 'admin');
CREATE POLICY own_insert ON mail_setting FOR INSERT WITH CHECK (account_id = (SELECT viewer_account()));
CREATE POLICY own_update ON mail_setting FOR UPDATE USING (account_id = (SELECT viewer_account()));

-- One's own mails, and all of them for the administrator, without their texts.
CREATE POLICY own_select ON mail FOR SELECT USING (account_id = (SELECT viewer_account()) OR (SELECT viewer_role()) = 'admin');
CREATE POLICY own_insert ON mail FOR INSERT WITH CHECK (account_id = (SELECT viewer_account()) AND kind = 'welcome');
CREATE POLICY own_insert ON mail_body FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM mail m WHERE m.id = mail_id AND m.account_id = (SELECT viewer_account()) AND m.kind = 'welcome'));
CREATE POLICY own_select ON mail_attempt FOR SELECT USING (EXISTS (SELECT 1 FROM mail m WHERE m.id = mail_id));

GRANT SELECT, INSERT, UPDATE (run_at, attempts, leased_until, finished_at, fault) ON job TO nenep_app;
CREATE POLICY ask ON job FOR INSERT WITH CHECK ((SELECT viewer_role()) IS NOT NULL AND attempts = 0 AND finished_at IS NULL AND leased_until IS NULL);
CREATE POLICY admin_select ON job FOR SELECT USING ((SELECT viewer_role()) = 'admin');

-- Everybody says for themselves where mail reaches them; names stay with the administrator.
CREATE FUNCTION refuse_change_of_own_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF viewer_role() NOT IN ('admin', 'system') AND (to_jsonb(NEW) - 'email') <> (to_jsonb(OLD) - 'email') THEN
    RAISE EXCEPTION 'person % is named by an administrator', OLD.id USING ERRCODE = 'NN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_own_address BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION refuse_change_of_own_name();
CREATE POLICY own_update ON person FOR UPDATE USING (id = (SELECT viewer_person()));
