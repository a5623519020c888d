-- CreateTable
CREATE TABLE "barred" (
    "blind" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "barred_pkey" PRIMARY KEY ("blind")
);

-- CreateTable
CREATE TABLE "door_question" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "door_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "door_delegate" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "door_delegate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "door_delegate_until_idx" ON "door_delegate"("until");
