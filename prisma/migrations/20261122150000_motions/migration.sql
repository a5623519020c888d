-- CreateTable
CREATE TABLE "motion_file" (
    "id" UUID NOT NULL,
    "code_name" TEXT NOT NULL,
    "rulebook" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "is_closed" BOOLEAN NOT NULL DEFAULT false,
    "opened" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "motion_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_entry" (
    "motion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "motion_entry_pkey" PRIMARY KEY ("motion_id","version")
);

-- CreateTable
CREATE TABLE "motion_text" (
    "id" UUID NOT NULL,
    "motion_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "motion_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_wake" (
    "motion_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "motion_wake_pkey" PRIMARY KEY ("motion_id","key")
);

-- CreateTable
CREATE TABLE "motion_room" (
    "motion_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "remote" TEXT,
    "members" UUID[],
    "messages" JSONB NOT NULL,
    "is_archived" BOOLEAN NOT NULL DEFAULT false,
    "series" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "motion_room_pkey" PRIMARY KEY ("motion_id","platform")
);

-- CreateTable
CREATE TABLE "motion_vote" (
    "id" UUID NOT NULL,
    "motion_id" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "is_secret" BOOLEAN NOT NULL DEFAULT false,
    "public_key" BYTEA,

    CONSTRAINT "motion_vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion_voter" (
    "vote_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_recused" BOOLEAN NOT NULL DEFAULT false,
    "is_present" BOOLEAN NOT NULL DEFAULT false,
    "has_voted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "motion_voter_pkey" PRIMARY KEY ("vote_id","person_id")
);

-- CreateTable
CREATE TABLE "motion_ballot" (
    "id" BIGSERIAL NOT NULL,
    "vote_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "motion_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "envelope" (
    "blind" BYTEA NOT NULL,
    "vote_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "envelope_pkey" PRIMARY KEY ("blind")
);

-- CreateTable
CREATE TABLE "envelope_delivery" (
    "blind" BYTEA NOT NULL,
    "vote_id" UUID NOT NULL,

    CONSTRAINT "envelope_delivery_pkey" PRIMARY KEY ("blind")
);

-- CreateTable
CREATE TABLE "secret_ballot" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "secret_ballot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "motion_file_code_name_key" ON "motion_file"("code_name");

-- CreateIndex
CREATE INDEX "motion_file_is_closed_idx" ON "motion_file"("is_closed");

-- CreateIndex
CREATE INDEX "motion_text_motion_id_idx" ON "motion_text"("motion_id");

-- CreateIndex
CREATE INDEX "motion_wake_at_idx" ON "motion_wake"("at");

-- CreateIndex
CREATE INDEX "motion_vote_motion_id_idx" ON "motion_vote"("motion_id");

-- CreateIndex
CREATE INDEX "motion_ballot_vote_id_person_id_idx" ON "motion_ballot"("vote_id", "person_id");

-- CreateIndex
CREATE INDEX "envelope_vote_id_idx" ON "envelope"("vote_id");

-- CreateIndex
CREATE INDEX "envelope_delivery_vote_id_idx" ON "envelope_delivery"("vote_id");

-- CreateIndex
CREATE INDEX "secret_ballot_vote_id_idx" ON "secret_ballot"("vote_id");

-- AddForeignKey
ALTER TABLE "motion_entry" ADD CONSTRAINT "motion_entry_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_text" ADD CONSTRAINT "motion_text_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_wake" ADD CONSTRAINT "motion_wake_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_room" ADD CONSTRAINT "motion_room_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_vote" ADD CONSTRAINT "motion_vote_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_voter" ADD CONSTRAINT "motion_voter_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "motion_vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "motion_ballot" ADD CONSTRAINT "motion_ballot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "motion_vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope" ADD CONSTRAINT "envelope_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "motion_vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envelope_delivery" ADD CONSTRAINT "envelope_delivery_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "motion_vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_ballot" ADD CONSTRAINT "secret_ballot_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "motion_vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
