-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "milestone_kind" AS ENUM ('planned', 'built', 'applied', 'internally_audited', 'effectiveness_confirmed', 'declared', 'redeclared', 'lapsed', 'ceased');

-- CreateEnum
CREATE TYPE "declaration_kind" AS ENUM ('first', 'redeclaration', 'transition', 'extension', 'reduction');

-- CreateEnum
CREATE TYPE "publication_channel" AS ENUM ('office', 'website', 'lead_agency');

-- CreateEnum
CREATE TYPE "delay_reason" AS ENUM ('budget', 'officer_rotated', 'legal_change', 'awaiting_higher_level', 'reorganisation', 'other');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('not_started', 'building', 'applying', 'internally_audited', 'confirmed', 'declared', 'redeclaration_due', 'lapsed', 'ceased');

-- CreateEnum
CREATE TYPE "bucket" AS ENUM ('declared', 'in_progress', 'not_started', 'ceased');

-- CreateEnum
CREATE TYPE "agency_kind" AS ENUM ('department', 'sub_department', 'district', 'commune');

-- CreateEnum
CREATE TYPE "obligation" AS ENUM ('mandatory_by_prime_minister', 'mandatory_by_province', 'encouraged', 'exempt');

-- CreateEnum
CREATE TYPE "agency_event_type" AS ENUM ('establish', 'rename', 'upgrade', 'merge_into', 'consolidate', 'split', 'transfer_function', 'move_to_central', 'dissolve', 'reparent');

-- CreateEnum
CREATE TYPE "event_side" AS ENUM ('from', 'to');

-- CreateEnum
CREATE TYPE "post" AS ENUM ('head', 'deputy_head', 'management_representative', 'iso_officer');

-- CreateEnum
CREATE TYPE "visit_mode" AS ENUM ('on_site', 'desk');

-- CreateEnum
CREATE TYPE "team_duty" AS ENUM ('leader', 'deputy', 'secretary', 'member');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('conforming', 'partly', 'not_conforming', 'not_applicable', 'not_checked');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('major', 'minor', 'observation');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('leader', 'inspector', 'officer', 'head', 'admin');

-- CreateEnum
CREATE TYPE "legal_document_kind" AS ENUM ('decision', 'circular', 'decree', 'resolution', 'official_letter', 'plan', 'notice');

-- CreateEnum
CREATE TYPE "legal_relation_kind" AS ENUM ('amends', 'replaces', 'repeals', 'details');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('manual', 'procedure', 'instruction', 'form', 'register', 'record');

-- CreateEnum
CREATE TYPE "required_document_kind" AS ENUM ('procedure', 'maintain', 'retain');

-- CreateEnum
CREATE TYPE "shortcoming_topic" AS ENUM ('mandatory_documents', 'procedure_documents', 'quality_policy', 'policy_posting', 'quality_objectives', 'direction', 'scope', 'declaration', 'operation', 'internal_audit', 'management_review', 'improvement', 'customers', 'reporting');

-- CreateTable
CREATE TABLE "management_system" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "management_system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "kind" "milestone_kind" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "edition_id" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "attachment_id" UUID,
    "declaration_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_target" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "kind" "milestone_kind" NOT NULL,
    "target_on" DATE NOT NULL,
    "stated_on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "milestone_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "edition_id" TEXT NOT NULL,
    "kind" "declaration_kind" NOT NULL,
    "decision_number" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "declared_on" DATE NOT NULL,
    "procedures_covered" INTEGER NOT NULL,
    "procedures_total" INTEGER NOT NULL,
    "units_covered" INTEGER NOT NULL,
    "units_total" INTEGER NOT NULL,
    "supersedes_id" UUID,
    "attachment_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration_publication" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "channel" "publication_channel" NOT NULL,
    "published_on" DATE NOT NULL,
    "reference" TEXT,
    "attachment_id" UUID,

    CONSTRAINT "declaration_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" TEXT NOT NULL,
    "subject_set_id" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delay_cause" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "reason" "delay_reason" NOT NULL,
    "stated_on" DATE NOT NULL,
    "ended_on" DATE,
    "note" TEXT NOT NULL,

    CONSTRAINT "delay_cause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_standing" (
    "agency_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "kind" "agency_kind" NOT NULL,
    "parent_id" UUID,
    "obligation" "obligation" NOT NULL,
    "stage" "stage" NOT NULL,
    "bucket" "bucket" NOT NULL,
    "edition_id" TEXT,
    "declaration_id" UUID,
    "stage_since" DATE,
    "due_on" DATE,

    CONSTRAINT "agency_standing_pkey" PRIMARY KEY ("agency_id","valid_from")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_name" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "agency_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_kind_fact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "kind" "agency_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "agency_kind_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_parent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "agency_parent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_obligation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "obligation" "obligation" NOT NULL,
    "reason" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "agency_obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_identifier" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "agency_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "type" "agency_event_type" NOT NULL,
    "effective_on" DATE NOT NULL,
    "legal_document_id" UUID,
    "note" TEXT,

    CONSTRAINT "agency_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_event_party" (
    "event_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "side" "event_side" NOT NULL,

    CONSTRAINT "agency_event_party_pkey" PRIMARY KEY ("event_id","agency_id","side")
);

-- CreateTable
CREATE TABLE "subject_set" (
    "id" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "obligations" "obligation"[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "subject_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "post" "post" NOT NULL,
    "title" TEXT NOT NULL,
    "concurrent" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "decision" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "approved_on" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "mode" "visit_mode" NOT NULL,
    "follow_up_of_id" UUID,
    "planned_on" DATE NOT NULL,
    "checklist_id" TEXT NOT NULL,
    "edition_id" TEXT NOT NULL,
    "subordinates" BOOLEAN NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "visit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "duty" "team_duty" NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("visit_id","person_id")
);

-- CreateTable
CREATE TABLE "visit_section" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "group_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_section_pkey" PRIMARY KEY ("visit_id","group_code")
);

-- CreateTable
CREATE TABLE "answer" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "checklist_id" TEXT NOT NULL,
    "question_code" TEXT NOT NULL,
    "outcome" "outcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "answer_pkey" PRIMARY KEY ("visit_id","question_code")
);

-- CreateTable
CREATE TABLE "answer_evidence" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "question_code" TEXT NOT NULL,
    "attachment_id" UUID NOT NULL,

    CONSTRAINT "answer_evidence_pkey" PRIMARY KEY ("visit_id","question_code","attachment_id")
);

-- CreateTable
CREATE TABLE "visit_result" (
    "visit_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "finalised_on" DATE NOT NULL,
    "finalised_by" UUID NOT NULL,
    "finalised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "score_hundredths" INTEGER,
    "grade_code" TEXT,
    "capped_by" TEXT[],
    "maintains" BOOLEAN NOT NULL,
    "failing" TEXT[],
    "group_scores" JSONB NOT NULL,
    "basis" JSONB NOT NULL,
    "conclusion" TEXT NOT NULL DEFAULT '',
    "receipt_no" BIGINT NOT NULL,

    CONSTRAINT "visit_result_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL,
    "today" DATE,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_content" (
    "sha256" CHAR(64) NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "file_name" TEXT NOT NULL,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "question_code" TEXT NOT NULL,
    "severity" "severity" NOT NULL,
    "topic" "shortcoming_topic" NOT NULL,
    "evidence" TEXT NOT NULL,
    "edition_id" TEXT,
    "clause" TEXT,
    "legal_document_id" UUID,
    "scope" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "due_on" DATE,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_closure" (
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "closed_on" DATE NOT NULL,
    "closed_by" UUID,
    "note" TEXT NOT NULL,
    "attachment_id" UUID,

    CONSTRAINT "finding_closure_pkey" PRIMARY KEY ("finding_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "full_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "agency_id" UUID,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "account_name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_input" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_input_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "chain_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("chain_id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" BIGSERIAL NOT NULL,
    "chain_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" TEXT NOT NULL,
    "kind" "legal_document_kind" NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "legal_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_relation" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "legal_relation_kind" NOT NULL,

    CONSTRAINT "legal_relation_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "quality_policy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "signed_by" UUID,
    "signed_on" DATE,
    "replaced_on" DATE,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "quality_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_posting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "posted_on" DATE NOT NULL,
    "removed_on" DATE,
    "attachment_id" UUID,

    CONSTRAINT "policy_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quality_objective" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "result" TEXT,
    "reviewed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "quality_objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "controlled_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "document_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_on" DATE,

    CONSTRAINT "controlled_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_coverage" (
    "agency_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "required_document_id" TEXT NOT NULL,

    CONSTRAINT "document_coverage_pkey" PRIMARY KEY ("document_id","required_document_id")
);

-- CreateTable
CREATE TABLE "document_revision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agency_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "issue_no" INTEGER NOT NULL,
    "revision_no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "change_request" TEXT NOT NULL,
    "change_place" TEXT NOT NULL,
    "change_summary" TEXT NOT NULL,
    "drafted_by" UUID,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" UUID,
    "approved_on" DATE,
    "effective_on" DATE,
    "obsolete_on" DATE,
    "review_due_on" DATE,
    "attachment_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standard_edition" (
    "id" TEXT NOT NULL,
    "designation" TEXT NOT NULL,
    "announced_on" DATE,
    "published_on" DATE,
    "withdrawn_on" DATE,
    "legal_document_id" UUID,

    CONSTRAINT "standard_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_transition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" TEXT NOT NULL,
    "deadline_on" DATE NOT NULL,
    "legal_document_id" UUID NOT NULL,

    CONSTRAINT "edition_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "edition_id" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("edition_id","clause")
);

-- CreateTable
CREATE TABLE "required_document" (
    "id" TEXT NOT NULL,
    "edition_id" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "kind" "required_document_kind" NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "usual_code" TEXT,
    "usually_excluded" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "required_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_edition" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "checklist_edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_group" (
    "checklist_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "checklist_group_pkey" PRIMARY KEY ("checklist_id","code")
);

-- CreateTable
CREATE TABLE "checklist_question" (
    "checklist_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "group_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text_vi" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "evidence_vi" TEXT NOT NULL,
    "evidence_en" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "topic" "shortcoming_topic" NOT NULL,
    "editions" TEXT[],
    "clauses" JSONB NOT NULL DEFAULT '{}',
    "legal_document_id" UUID,
    "subordinates" BOOLEAN NOT NULL DEFAULT false,
    "gate" BOOLEAN NOT NULL DEFAULT false,
    "maintenance" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "checklist_question_pkey" PRIMARY KEY ("checklist_id","code")
);

-- CreateTable
CREATE TABLE "checklist_grade" (
    "checklist_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "min_hundredths" INTEGER NOT NULL,

    CONSTRAINT "checklist_grade_pkey" PRIMARY KEY ("checklist_id","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "management_system_agency_id_id_key" ON "management_system"("agency_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_declaration_id_key" ON "milestone"("declaration_id");

-- CreateIndex
CREATE INDEX "milestone_agency_id_occurred_on_idx" ON "milestone"("agency_id", "occurred_on");

-- CreateIndex
CREATE INDEX "milestone_target_agency_id_idx" ON "milestone_target"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_supersedes_id_key" ON "declaration"("supersedes_id");

-- CreateIndex
CREATE INDEX "declaration_agency_id_declared_on_idx" ON "declaration"("agency_id", "declared_on");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_publication_declaration_id_channel_key" ON "declaration_publication"("declaration_id", "channel");

-- CreateIndex
CREATE INDEX "delay_cause_agency_id_idx" ON "delay_cause"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE INDEX "agency_name_agency_id_idx" ON "agency_name"("agency_id");

-- CreateIndex
CREATE INDEX "agency_kind_fact_agency_id_idx" ON "agency_kind_fact"("agency_id");

-- CreateIndex
CREATE INDEX "agency_parent_agency_id_idx" ON "agency_parent"("agency_id");

-- CreateIndex
CREATE INDEX "agency_parent_parent_id_idx" ON "agency_parent"("parent_id");

-- CreateIndex
CREATE INDEX "agency_obligation_agency_id_idx" ON "agency_obligation"("agency_id");

-- CreateIndex
CREATE INDEX "agency_identifier_agency_id_idx" ON "agency_identifier"("agency_id");

-- CreateIndex
CREATE INDEX "agency_event_party_agency_id_idx" ON "agency_event_party"("agency_id");

-- CreateIndex
CREATE INDEX "appointment_agency_id_idx" ON "appointment"("agency_id");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_year_key" ON "programme"("year");

-- CreateIndex
CREATE INDEX "visit_programme_id_planned_on_idx" ON "visit"("programme_id", "planned_on");

-- CreateIndex
CREATE UNIQUE INDEX "visit_agency_id_id_key" ON "visit"("agency_id", "id");

-- CreateIndex
CREATE INDEX "team_member_person_id_idx" ON "team_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_result_agency_id_visit_id_key" ON "visit_result"("agency_id", "visit_id");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_agency_id_id_key" ON "attachment"("agency_id", "id");

-- CreateIndex
CREATE INDEX "finding_agency_id_idx" ON "finding"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_visit_id_question_code_key" ON "finding"("visit_id", "question_code");

-- CreateIndex
CREATE UNIQUE INDEX "finding_agency_id_id_key" ON "finding"("agency_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_closure_agency_id_finding_id_key" ON "finding_closure"("agency_id", "finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_name_key" ON "account"("name");

-- CreateIndex
CREATE INDEX "account_agency_id_idx" ON "account"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_account_name_at_idx" ON "sign_in_attempt"("account_name", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "kept_input_account_id_door_path_key" ON "kept_input"("account_id", "door", "path");

-- CreateIndex
CREATE INDEX "journal_entry_entity_entity_id_id_idx" ON "journal_entry"("entity", "entity_id", "id");

-- CreateIndex
CREATE INDEX "journal_entry_actor_id_id_idx" ON "journal_entry"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_chain_id_seq_key" ON "journal_entry"("chain_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "legal_document_number_issuer_issued_on_key" ON "legal_document"("number", "issuer", "issued_on");

-- CreateIndex
CREATE UNIQUE INDEX "quality_policy_agency_id_id_key" ON "quality_policy"("agency_id", "id");

-- CreateIndex
CREATE INDEX "policy_posting_agency_id_idx" ON "policy_posting"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_objective_agency_id_year_position_key" ON "quality_objective"("agency_id", "year", "position");

-- CreateIndex
CREATE UNIQUE INDEX "controlled_document_agency_id_code_key" ON "controlled_document"("agency_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "controlled_document_agency_id_id_key" ON "controlled_document"("agency_id", "id");

-- CreateIndex
CREATE INDEX "document_coverage_agency_id_idx" ON "document_coverage"("agency_id");

-- CreateIndex
CREATE INDEX "document_revision_agency_id_idx" ON "document_revision"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_revision_document_id_issue_no_revision_no_key" ON "document_revision"("document_id", "issue_no", "revision_no");

-- CreateIndex
CREATE UNIQUE INDEX "edition_transition_edition_id_legal_document_id_key" ON "edition_transition"("edition_id", "legal_document_id");

-- AddForeignKey
ALTER TABLE "management_system" ADD CONSTRAINT "management_system_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agency_id_system_id_fkey" FOREIGN KEY ("agency_id", "system_id") REFERENCES "management_system"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_target" ADD CONSTRAINT "milestone_target_agency_id_system_id_fkey" FOREIGN KEY ("agency_id", "system_id") REFERENCES "management_system"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_agency_id_system_id_fkey" FOREIGN KEY ("agency_id", "system_id") REFERENCES "management_system"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "declaration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_publication" ADD CONSTRAINT "declaration_publication_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_publication" ADD CONSTRAINT "declaration_publication_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_subject_set_id_fkey" FOREIGN KEY ("subject_set_id") REFERENCES "subject_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delay_cause" ADD CONSTRAINT "delay_cause_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_standing" ADD CONSTRAINT "agency_standing_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_name" ADD CONSTRAINT "agency_name_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_name" ADD CONSTRAINT "agency_name_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_kind_fact" ADD CONSTRAINT "agency_kind_fact_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_kind_fact" ADD CONSTRAINT "agency_kind_fact_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_parent" ADD CONSTRAINT "agency_parent_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_parent" ADD CONSTRAINT "agency_parent_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_parent" ADD CONSTRAINT "agency_parent_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_obligation" ADD CONSTRAINT "agency_obligation_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_obligation" ADD CONSTRAINT "agency_obligation_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_identifier" ADD CONSTRAINT "agency_identifier_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_event" ADD CONSTRAINT "agency_event_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_event_party" ADD CONSTRAINT "agency_event_party_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "agency_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_event_party" ADD CONSTRAINT "agency_event_party_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_set" ADD CONSTRAINT "subject_set_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_follow_up_of_id_fkey" FOREIGN KEY ("follow_up_of_id") REFERENCES "visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_section" ADD CONSTRAINT "visit_section_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_checklist_id_question_code_fkey" FOREIGN KEY ("checklist_id", "question_code") REFERENCES "checklist_question"("checklist_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_visit_id_question_code_fkey" FOREIGN KEY ("visit_id", "question_code") REFERENCES "answer"("visit_id", "question_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_result" ADD CONSTRAINT "visit_result_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_agency_id_visit_id_fkey" FOREIGN KEY ("agency_id", "visit_id") REFERENCES "visit"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_edition_id_clause_fkey" FOREIGN KEY ("edition_id", "clause") REFERENCES "requirement"("edition_id", "clause") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_closure" ADD CONSTRAINT "finding_closure_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_closure" ADD CONSTRAINT "finding_closure_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_relation" ADD CONSTRAINT "legal_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_relation" ADD CONSTRAINT "legal_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_policy" ADD CONSTRAINT "quality_policy_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_policy" ADD CONSTRAINT "quality_policy_signed_by_fkey" FOREIGN KEY ("signed_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_posting" ADD CONSTRAINT "policy_posting_agency_id_policy_id_fkey" FOREIGN KEY ("agency_id", "policy_id") REFERENCES "quality_policy"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_posting" ADD CONSTRAINT "policy_posting_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_objective" ADD CONSTRAINT "quality_objective_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "controlled_document" ADD CONSTRAINT "controlled_document_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_coverage" ADD CONSTRAINT "document_coverage_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_coverage" ADD CONSTRAINT "document_coverage_required_document_id_fkey" FOREIGN KEY ("required_document_id") REFERENCES "required_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_revision" ADD CONSTRAINT "document_revision_agency_id_document_id_fkey" FOREIGN KEY ("agency_id", "document_id") REFERENCES "controlled_document"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_revision" ADD CONSTRAINT "document_revision_approved_by_fkey" FOREIGN KEY ("approved_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_revision" ADD CONSTRAINT "document_revision_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standard_edition" ADD CONSTRAINT "standard_edition_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_transition" ADD CONSTRAINT "edition_transition_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_transition" ADD CONSTRAINT "edition_transition_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "required_document" ADD CONSTRAINT "required_document_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "standard_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "required_document" ADD CONSTRAINT "required_document_edition_id_clause_fkey" FOREIGN KEY ("edition_id", "clause") REFERENCES "requirement"("edition_id", "clause") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_group" ADD CONSTRAINT "checklist_group_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_question" ADD CONSTRAINT "checklist_question_checklist_id_group_code_fkey" FOREIGN KEY ("checklist_id", "group_code") REFERENCES "checklist_group"("checklist_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_question" ADD CONSTRAINT "checklist_question_legal_document_id_fkey" FOREIGN KEY ("legal_document_id") REFERENCES "legal_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_grade" ADD CONSTRAINT "checklist_grade_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist_edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

