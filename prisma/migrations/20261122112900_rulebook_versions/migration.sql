-- CreateTable
CREATE TABLE "rulebook_text" (
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "rulebook_text_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "rulebook_version" (
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "in_force" DATE NOT NULL,
    "statements" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rulebook_version_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "amendment_statement" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "vote" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "amendment_statement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "amendment_statement_hash_idx" ON "amendment_statement"("hash");

-- AddForeignKey
ALTER TABLE "rulebook_version" ADD CONSTRAINT "rulebook_version_hash_fkey" FOREIGN KEY ("hash") REFERENCES "rulebook_text"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Texts that cases were filed under before there were versions.
INSERT INTO "rulebook_text" ("hash", "text") SELECT substr("name", 10), "value" FROM "memory" WHERE "name" LIKE 'rulebook:%';
DELETE FROM "memory" WHERE "name" LIKE 'rulebook:%';
