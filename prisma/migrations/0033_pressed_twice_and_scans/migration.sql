-- A form whose button was pressed twice is known by all that it carried, files included, and only for a moment: two things said
-- honestly in the same words are two. What each account added last stands here; records themselves may repeat.
DROP INDEX "policy_posting_policy_id_place_posted_on_key";
DROP INDEX "quality_objective_agency_id_year_text_key";
DROP INDEX agency_review_once;

CREATE TABLE "sent_once" (
    "account_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_once_pkey" PRIMARY KEY ("account_id")
);
ALTER TABLE "sent_once" ADD CONSTRAINT "sent_once_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sent_once ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON sent_once FOR ALL USING (account_id = (SELECT viewer_account())) WITH CHECK (account_id = (SELECT viewer_account()));
GRANT SELECT, INSERT, UPDATE ON sent_once TO nenep_app;

-- The signed paper of what was recorded without it is given later, once: what is there is never taken away or replaced.
CREATE FUNCTION refuse_other_scan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE scan text := TG_ARGV[0];
BEGIN
  IF to_jsonb(OLD) ->> scan IS NOT NULL AND to_jsonb(NEW) ->> scan IS DISTINCT FROM to_jsonb(OLD) ->> scan THEN
    RAISE EXCEPTION '% % has its scan', TG_TABLE_NAME, OLD.id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_scan BEFORE UPDATE ON milestone FOR EACH ROW EXECUTE FUNCTION refuse_other_scan('attachment_id');
CREATE TRIGGER declaration_scan BEFORE UPDATE ON declaration FOR EACH ROW EXECUTE FUNCTION refuse_other_scan('attachment_id');
CREATE TRIGGER policy_posting_scan BEFORE UPDATE ON policy_posting FOR EACH ROW EXECUTE FUNCTION refuse_other_scan('attachment_id');
CREATE TRIGGER agency_review_scan BEFORE UPDATE ON agency_review FOR EACH ROW EXECUTE FUNCTION refuse_other_scan('minutes_id');

-- Of a review nothing else ever changes.
CREATE FUNCTION refuse_change_but_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'minutes_id' <> to_jsonb(OLD) - 'minutes_id' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER agency_review_append_only ON agency_review;
CREATE TRIGGER agency_review_append_only BEFORE DELETE OR TRUNCATE ON agency_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agency_review_unchanged BEFORE UPDATE ON agency_review FOR EACH ROW EXECUTE FUNCTION refuse_change_but_minutes();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['milestone', 'declaration', 'agency_review'] LOOP
    EXECUTE format('CREATE POLICY own_scan ON %I FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
  END LOOP;
END $$;
GRANT UPDATE (attachment_id) ON milestone, declaration, policy_posting TO nenep_app;
GRANT UPDATE (minutes_id) ON agency_review TO nenep_app;
