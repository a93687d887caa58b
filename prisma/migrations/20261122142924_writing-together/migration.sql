-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "reviewPlan" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "LetterSnapshot" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "occasion" TEXT NOT NULL DEFAULT 'export',
ALTER COLUMN "createdById" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "mailNotices" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "signsFor" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "dueOn" DATE;

-- CreateTable
CREATE TABLE "SectionWriter" (
    "sectionId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "clientId" BIGINT NOT NULL,
    "fromClock" INTEGER NOT NULL,
    "toClock" INTEGER NOT NULL,
    "firmId" UUID NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionWriter_pkey" PRIMARY KEY ("sectionId","generation","clientId","fromClock")
);

-- CreateTable
CREATE TABLE "SectionFork" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "follows" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionFork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForkUpdate" (
    "id" BIGSERIAL NOT NULL,
    "forkId" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ForkUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForkPast" (
    "forkId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "firmId" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ForkPast_pkey" PRIMARY KEY ("forkId","generation")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "forkId" UUID,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentThread" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "anchor" JSONB NOT NULL,
    "privileged" BOOLEAN NOT NULL DEFAULT false,
    "assigneeId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "orphanedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "letterId" UUID,
    "sectionId" UUID,
    "subjectId" UUID,
    "actorName" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "onBehalfOfId" UUID,
    "contentHash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "voidedAt" TIMESTAMPTZ(3),
    "voided" JSONB,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffDelegation" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignOffDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionReading" (
    "memberId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionReading_pkey" PRIMARY KEY ("memberId","sectionId")
);

-- CreateIndex
CREATE INDEX "SectionFork_firmId_idx" ON "SectionFork"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "SectionFork_sectionId_memberId_key" ON "SectionFork"("sectionId", "memberId");

-- CreateIndex
CREATE INDEX "ForkUpdate_forkId_id_idx" ON "ForkUpdate"("forkId", "id");

-- CreateIndex
CREATE INDEX "Suggestion_letterId_state_idx" ON "Suggestion"("letterId", "state");

-- CreateIndex
CREATE INDEX "Suggestion_sectionId_state_idx" ON "Suggestion"("sectionId", "state");

-- CreateIndex
CREATE INDEX "Suggestion_firmId_idx" ON "Suggestion"("firmId");

-- CreateIndex
CREATE INDEX "CommentThread_letterId_idx" ON "CommentThread"("letterId");

-- CreateIndex
CREATE INDEX "CommentThread_sectionId_idx" ON "CommentThread"("sectionId");

-- CreateIndex
CREATE INDEX "CommentThread_firmId_idx" ON "CommentThread"("firmId");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_idx" ON "Comment"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_firmId_idx" ON "Comment"("firmId");

-- CreateIndex
CREATE INDEX "Notification_memberId_createdAt_idx" ON "Notification"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_firmId_idx" ON "Notification"("firmId");

-- CreateIndex
CREATE INDEX "SignOff_sectionId_capacity_idx" ON "SignOff"("sectionId", "capacity");

-- CreateIndex
CREATE INDEX "SignOff_letterId_idx" ON "SignOff"("letterId");

-- CreateIndex
CREATE INDEX "SignOff_firmId_idx" ON "SignOff"("firmId");

-- CreateIndex
CREATE INDEX "SignOffDelegation_firmId_idx" ON "SignOffDelegation"("firmId");

-- CreateIndex
CREATE INDEX "SignOffDelegation_toId_idx" ON "SignOffDelegation"("toId");

-- AddForeignKey
ALTER TABLE "SectionWriter" ADD CONSTRAINT "SectionWriter_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionFork" ADD CONSTRAINT "SectionFork_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForkUpdate" ADD CONSTRAINT "ForkUpdate_forkId_fkey" FOREIGN KEY ("forkId") REFERENCES "SectionFork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForkPast" ADD CONSTRAINT "ForkPast_forkId_fkey" FOREIGN KEY ("forkId") REFERENCES "SectionFork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
