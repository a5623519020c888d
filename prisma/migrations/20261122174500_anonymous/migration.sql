-- AlterTable
ALTER TABLE "draft" ALTER COLUMN "person_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "counted_report" (
    "id" UUID NOT NULL,
    "code_name" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "receivers" UUID[],
    "words" BYTEA,
    "coded" BYTEA,

    CONSTRAINT "counted_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "counted_report_code_name_key" ON "counted_report"("code_name");

-- CreateIndex
CREATE UNIQUE INDEX "counted_report_draft_key" ON "counted_report"("draft");
