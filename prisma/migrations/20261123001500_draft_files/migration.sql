-- CreateTable
CREATE TABLE "draft_file" (
    "draft" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "draft_file_pkey" PRIMARY KEY ("draft", "number")
);
