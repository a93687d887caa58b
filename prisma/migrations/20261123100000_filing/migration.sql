-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "authorName" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "authorId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "CommentThread" ADD COLUMN     "returnedFileId" UUID;

-- AlterTable
ALTER TABLE "Export" ADD COLUMN     "agency" TEXT,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "confidentialRequest" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "frozenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Suggestion" ADD COLUMN     "returnedFileId" UUID;

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "exportId" UUID,
    "agency" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "receipt" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnedFile" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "snapshotId" UUID,
    "fileId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReturnedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CitationSource" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CitationSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HouseTemplate" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Submission_letterId_idx" ON "Submission"("letterId");

-- CreateIndex
CREATE INDEX "Submission_firmId_idx" ON "Submission"("firmId");

-- CreateIndex
CREATE INDEX "ReturnedFile_letterId_idx" ON "ReturnedFile"("letterId");

-- CreateIndex
CREATE INDEX "ReturnedFile_firmId_idx" ON "ReturnedFile"("firmId");

-- CreateIndex
CREATE INDEX "CitationSource_firmId_idx" ON "CitationSource"("firmId");

-- CreateIndex
CREATE INDEX "HouseTemplate_firmId_idx" ON "HouseTemplate"("firmId");

-- The text may hold citations, cross-references, defined terms and marks of what is confidential: every text of before is one of now.
UPDATE "Section" SET "schemaVersion" = 2 WHERE "schemaVersion" = 1;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "frozen" BOOLEAN NOT NULL DEFAULT false;
