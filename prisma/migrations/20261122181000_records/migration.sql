-- CreateTable
CREATE TABLE "kept_record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "kept_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_record_kind_idx" ON "kept_record"("kind");
