-- AlterTable
ALTER TABLE "reading" ADD COLUMN "counted_id" UUID,
ADD COLUMN "part" TEXT,
ADD COLUMN "read_as" TEXT,
ALTER COLUMN "case_id" DROP NOT NULL,
ALTER COLUMN "statement_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "reading_counted_id_idx" ON "reading"("counted_id");
