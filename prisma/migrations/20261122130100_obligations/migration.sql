-- CreateTable
CREATE TABLE "obligation_done" (
    "id" TEXT NOT NULL,
    "obligation" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "obligation_done_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation_told" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "obligation_told_pkey" PRIMARY KEY ("key")
);
