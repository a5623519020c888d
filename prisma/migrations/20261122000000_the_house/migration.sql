-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "data_key" (
    "scope" TEXT NOT NULL,
    "kek" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "blind" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("blind")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "code_name" TEXT NOT NULL,
    "rulebook" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "is_closed" BOOLEAN NOT NULL DEFAULT false,
    "opened" TIMESTAMPTZ(3) NOT NULL,
    "handlers" UUID[],

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("case_id","version")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "blind" BYTEA,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateTable
CREATE TABLE "vote" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voter" (
    "vote_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_cleared" BOOLEAN NOT NULL,
    "is_recused" BOOLEAN NOT NULL DEFAULT false,
    "is_present" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "voter_pkey" PRIMARY KEY ("vote_id","person_id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" BIGSERIAL NOT NULL,
    "vote_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "key" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "due" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_by" TEXT,
    "locked_until" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "room" (
    "case_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "remote" TEXT,
    "members" UUID[],
    "messages" JSONB NOT NULL,
    "is_archived" BOOLEAN NOT NULL DEFAULT false,
    "series" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "room_pkey" PRIMARY KEY ("case_id","purpose","platform")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memory" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "memory_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_code_name_key" ON "case_file"("code_name");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_draft_key" ON "case_file"("draft");

-- CreateIndex
CREATE INDEX "case_file_handlers_idx" ON "case_file" USING GIN ("handlers");

-- CreateIndex
CREATE INDEX "case_file_is_closed_idx" ON "case_file"("is_closed");

-- CreateIndex
CREATE INDEX "party_case_id_idx" ON "party"("case_id");

-- CreateIndex
CREATE INDEX "party_blind_idx" ON "party"("blind");

-- CreateIndex
CREATE INDEX "statement_case_id_idx" ON "statement"("case_id");

-- CreateIndex
CREATE INDEX "reading_case_id_idx" ON "reading"("case_id");

-- CreateIndex
CREATE INDEX "deadline_at_idx" ON "deadline"("at");

-- CreateIndex
CREATE INDEX "vote_case_id_idx" ON "vote"("case_id");

-- CreateIndex
CREATE INDEX "ballot_vote_id_person_id_idx" ON "ballot"("vote_id", "person_id");

-- CreateIndex
CREATE INDEX "delivery_at_idx" ON "delivery"("at");

-- CreateIndex
CREATE INDEX "outbox_due_idx" ON "outbox"("due");

-- CreateIndex
CREATE INDEX "draft_at_idx" ON "draft"("at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voter" ADD CONSTRAINT "voter_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

