-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "is_waiting" BOOLEAN NOT NULL,
    "blinds" BYTEA[],
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_blinds_idx" ON "question" USING GIN ("blinds");

-- CreateIndex
CREATE INDEX "question_is_waiting_idx" ON "question"("is_waiting");
