-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "rank" SMALLINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "outbox_rank_due_idx" ON "outbox"("rank", "due");
