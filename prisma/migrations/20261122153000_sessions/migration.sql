-- AlterTable
ALTER TABLE "motion_file" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'motion';
