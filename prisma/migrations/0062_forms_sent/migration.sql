-- Each form carries an id of its own, drawn with its page. What an account has sent under which id stands here, so that a form that is
-- sent again after an answer was lost gets the receipt it was given, however late. It is nobody's evidence: the oldest fall away.
CREATE TABLE "sent_form" (
    "account_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_form_pkey" PRIMARY KEY ("account_id","form_id")
);
ALTER TABLE "sent_form" ADD CONSTRAINT "sent_form_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE sent_form ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON sent_form FOR ALL USING (account_id = (SELECT viewer_account())) WITH CHECK (account_id = (SELECT viewer_account()));
GRANT SELECT, INSERT, UPDATE, DELETE ON sent_form TO nenep_app;

-- A document of which every draft was discarded is begun again under its code, perhaps as one of another kind.
GRANT UPDATE (kind) ON controlled_document TO nenep_app;
