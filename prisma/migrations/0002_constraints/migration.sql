-- What must never be false, where Prisma has no word for it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Dated facts of one agency must not overlap.
ALTER TABLE agency_name ADD CONSTRAINT agency_name_no_overlap
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE agency_kind_fact ADD CONSTRAINT agency_kind_fact_no_overlap
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE agency_parent ADD CONSTRAINT agency_parent_no_overlap
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE agency_obligation ADD CONSTRAINT agency_obligation_no_overlap
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE agency_identifier ADD CONSTRAINT agency_identifier_no_overlap
  EXCLUDE USING gist (agency_id WITH =, scheme WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE agency_standing ADD CONSTRAINT agency_standing_no_overlap
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&);
ALTER TABLE appointment ADD CONSTRAINT appointment_one_head
  EXCLUDE USING gist (agency_id WITH =, daterange(valid_from, valid_to, '[)') WITH &&) WHERE (post = 'head');

-- At most one approved revision of a document, and one signed policy of an agency, is in force on any day.
ALTER TABLE document_revision ADD CONSTRAINT document_revision_one_current
  EXCLUDE USING gist (document_id WITH =, daterange(effective_on, obsolete_on, '[)') WITH &&) WHERE (approved_on IS NOT NULL);
ALTER TABLE quality_policy ADD CONSTRAINT quality_policy_one_current
  EXCLUDE USING gist (agency_id WITH =, daterange(signed_on, replaced_on, '[)') WITH &&) WHERE (signed_on IS NOT NULL);
CREATE UNIQUE INDEX document_revision_one_draft ON document_revision (document_id) WHERE approved_on IS NULL;
CREATE UNIQUE INDEX quality_policy_one_draft ON quality_policy (agency_id) WHERE signed_on IS NULL;
CREATE UNIQUE INDEX team_member_one_leader ON team_member (visit_id) WHERE duty = 'leader';

-- Periods run forward.
ALTER TABLE agency_name ADD CHECK (valid_to > valid_from);
ALTER TABLE agency_kind_fact ADD CHECK (valid_to > valid_from);
ALTER TABLE agency_parent ADD CHECK (valid_to > valid_from), ADD CHECK (parent_id <> agency_id);
ALTER TABLE agency_obligation ADD CHECK (valid_to > valid_from);
ALTER TABLE agency_identifier ADD CHECK (valid_to > valid_from);
ALTER TABLE agency_standing ADD CHECK (valid_to > valid_from);
ALTER TABLE appointment ADD CHECK (valid_to > valid_from);
ALTER TABLE subject_set ADD CHECK (valid_to > valid_from);
ALTER TABLE management_system ADD CHECK (ended_on >= started_on);
ALTER TABLE delay_cause ADD CHECK (ended_on >= stated_on);
ALTER TABLE policy_posting ADD CHECK (removed_on >= posted_on);
ALTER TABLE document_revision ADD CHECK (obsolete_on >= effective_on), ADD CHECK (effective_on >= approved_on),
  ADD CHECK ((approved_on IS NULL) = (approved_by IS NULL)), ADD CHECK ((approved_on IS NULL) = (effective_on IS NULL)),
  ADD CHECK (issue_no >= 1 AND revision_no >= 0);
ALTER TABLE quality_policy ADD CHECK (replaced_on >= signed_on), ADD CHECK ((signed_on IS NULL) = (signed_by IS NULL));

-- An exemption says why; officers and heads belong to an agency, and nobody else does.
ALTER TABLE agency_obligation ADD CHECK (obligation <> 'exempt' OR reason IS NOT NULL);
ALTER TABLE account ADD CHECK ((role IN ('officer', 'head')) = (agency_id IS NOT NULL)),
  ADD CHECK (name = lower(name) AND name ~ '^[a-z0-9][a-z0-9._-]{1,63}$');

-- A declaration covers no more than there is, and replaces another one; a milestone of declaring names its declaration.
ALTER TABLE declaration ADD CHECK (procedures_total >= 0 AND procedures_covered BETWEEN 0 AND procedures_total),
  ADD CHECK (units_total >= 0 AND units_covered BETWEEN 0 AND units_total), ADD CHECK (supersedes_id <> id);
ALTER TABLE milestone ADD CHECK ((kind IN ('declared', 'redeclared')) = (declaration_id IS NOT NULL));
ALTER TABLE visit_result ADD CHECK (score_hundredths BETWEEN 0 AND 10000),
  ADD CHECK (score_hundredths IS NOT NULL OR grade_code IS NULL);
ALTER TABLE answer ADD CHECK (outcome <> 'not_conforming' OR length(btrim(note)) > 0);
ALTER TABLE finding ADD CHECK (num_nonnulls(clause, legal_document_id) >= 1 AND (clause IS NULL) = (edition_id IS NULL)),
  ADD CHECK (due_on >= raised_on), ADD CHECK (length(btrim(evidence)) > 0 AND length(btrim(scope)) > 0);
ALTER TABLE programme ADD CHECK (year BETWEEN 2006 AND 2100);
ALTER TABLE quality_objective ADD CHECK (year BETWEEN 2006 AND 2100);
ALTER TABLE scenario ADD CHECK (id = 1);
ALTER TABLE file_content ADD CHECK (sha256 = encode(sha256(bytes), 'hex')), ADD CHECK (size = octet_length(bytes)),
  ADD CHECK (size BETWEEN 1 AND 10485760);

-- Text is stored composed (NFC) and within the limits that the forms state.
DO $$
DECLARE col record;
BEGIN
  FOR col IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND table_name NOT IN ('_prisma_migrations', 'journal_entry', 'kept_input')
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I IS NFC NORMALIZED)',
      col.table_name, left(col.table_name || '_' || col.column_name, 58) || '_nfc', col.column_name);
  END LOOP;
END $$;
ALTER TABLE answer ADD CHECK (length(note) <= 4000);
ALTER TABLE finding ADD CHECK (length(evidence) <= 4000 AND length(scope) <= 1000);
ALTER TABLE document_revision ADD CHECK (length(body) <= 60000);
ALTER TABLE quality_policy ADD CHECK (length(body) <= 8000);

-- The figures of a day are one scan of these (decision: standing).
CREATE INDEX agency_standing_of_day ON agency_standing (valid_to, valid_from, kind, obligation, bucket, due_on);
CREATE INDEX agency_standing_overdue ON agency_standing (due_on, name COLLATE "vi-VN-x-icu", agency_id)
  INCLUDE (valid_from, valid_to, obligation) WHERE bucket IN ('in_progress', 'not_started') AND due_on IS NOT NULL;
CREATE INDEX agency_standing_name_key ON agency_standing USING gin (name_key gin_trgm_ops);
CREATE INDEX finding_open ON finding (topic, agency_id);
