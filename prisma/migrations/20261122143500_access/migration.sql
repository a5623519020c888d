-- CreateTable
CREATE TABLE "kept_access" (
    "id" UUID NOT NULL,
    "blind" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "kept_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kept_access_blind_key" ON "kept_access"("blind");
