-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Instance" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setupTokenHash" TEXT,
    "setupDoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Firm" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Firm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT,
    "oidcSubject" TEXT,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "memberId" UUID,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateWindow" (
    "key" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateWindow_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "firmId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("firmId","sequence")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "message" TEXT NOT NULL DEFAULT '',
    "input" JSONB NOT NULL,
    "result" JSONB,
    "error" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "heartbeatAt" TIMESTAMPTZ(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFilePart" (
    "fileId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "StoredFilePart_pkey" PRIMARY KEY ("fileId","ordinal")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "catalogueKey" TEXT,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestVersion" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "fileId" UUID,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RequestVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Portfolio" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "calculationCurrency" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "fileId" UUID,
    "contentHash" TEXT NOT NULL,
    "positionCount" INTEGER NOT NULL,
    "importReport" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Portfolio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortfolioEvidence" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "portfolioId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "PortfolioEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortfolioPosition" (
    "portfolioId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "firmId" UUID NOT NULL,
    "positionId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "test" TEXT NOT NULL,
    "counterparty" TEXT,
    "netting" TEXT,
    "currency" TEXT NOT NULL,
    "notional" DECIMAL,
    "marketValue" DECIMAL,
    "data" JSONB NOT NULL,

    CONSTRAINT "PortfolioPosition_pkey" PRIMARY KEY ("portfolioId","ordinal")
);

-- CreateTable
CREATE TABLE "ParameterSet" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "effective" DATE,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "licenceConfirmedById" UUID,
    "licenceConfirmedAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "ParameterSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FirmFramework" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "basedOn" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FirmFramework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Analysis" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "portfolioId" UUID NOT NULL,
    "baseline" TEXT NOT NULL,
    "alternatives" TEXT[],
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Analysis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "analysisId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "taskId" UUID,
    "description" JSONB NOT NULL,
    "inputsHash" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "report" JSONB,
    "resultHash" TEXT,
    "error" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunNode" (
    "runId" UUID NOT NULL,
    "framework" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "parentPath" TEXT,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "amount" DECIMAL NOT NULL,
    "childCount" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "RunNode_pkey" PRIMARY KEY ("runId","framework","path")
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "analysisId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "format" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigurePublication" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "figureId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "value" JSONB NOT NULL,
    "valueHash" TEXT NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FigurePublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "requestVersionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "furniture" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" JSONB,
    "coverage" TEXT NOT NULL DEFAULT 'open',
    "ownerId" UUID,
    "state" TEXT NOT NULL DEFAULT 'drafting',
    "generation" INTEGER NOT NULL DEFAULT 1,
    "schemaVersion" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionRoom" (
    "sectionId" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "throughUpdate" BIGINT NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionRoom_pkey" PRIMARY KEY ("sectionId")
);

-- CreateTable
CREATE TABLE "SectionUpdate" (
    "id" BIGSERIAL NOT NULL,
    "sectionId" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterSnapshot" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LetterSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "build" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Member_oidcSubject_key" ON "Member"("oidcSubject");

-- CreateIndex
CREATE INDEX "Member_firmId_idx" ON "Member"("firmId");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_firmId_idx" ON "Invitation"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_id_key" ON "AuditEvent"("id");

-- CreateIndex
CREATE INDEX "AuditEvent_firmId_subjectType_subjectId_idx" ON "AuditEvent"("firmId", "subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Task_firmId_createdAt_idx" ON "Task"("firmId", "createdAt");

-- CreateIndex
CREATE INDEX "Task_status_heartbeatAt_idx" ON "Task"("status", "heartbeatAt");

-- CreateIndex
CREATE INDEX "StoredFile_firmId_idx" ON "StoredFile"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_firmId_catalogueKey_key" ON "Request"("firmId", "catalogueKey");

-- CreateIndex
CREATE INDEX "RequestVersion_firmId_idx" ON "RequestVersion"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "RequestVersion_requestId_number_key" ON "RequestVersion"("requestId", "number");

-- CreateIndex
CREATE INDEX "Portfolio_firmId_idx" ON "Portfolio"("firmId");

-- CreateIndex
CREATE INDEX "PortfolioEvidence_firmId_idx" ON "PortfolioEvidence"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "PortfolioEvidence_portfolioId_kind_key" ON "PortfolioEvidence"("portfolioId", "kind");

-- CreateIndex
CREATE INDEX "PortfolioPosition_portfolioId_regime_idx" ON "PortfolioPosition"("portfolioId", "regime");

-- CreateIndex
CREATE INDEX "PortfolioPosition_portfolioId_positionId_idx" ON "PortfolioPosition"("portfolioId", "positionId");

-- CreateIndex
CREATE INDEX "ParameterSet_firmId_idx" ON "ParameterSet"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "FirmFramework_firmId_key_key" ON "FirmFramework"("firmId", "key");

-- CreateIndex
CREATE INDEX "Analysis_firmId_idx" ON "Analysis"("firmId");

-- CreateIndex
CREATE INDEX "Run_firmId_idx" ON "Run"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "Run_analysisId_number_key" ON "Run"("analysisId", "number");

-- CreateIndex
CREATE INDEX "RunNode_runId_framework_parentPath_ordinal_idx" ON "RunNode"("runId", "framework", "parentPath", "ordinal");

-- CreateIndex
CREATE INDEX "Figure_firmId_idx" ON "Figure"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_analysisId_path_name_key" ON "Figure"("analysisId", "path", "name");

-- CreateIndex
CREATE INDEX "FigurePublication_firmId_idx" ON "FigurePublication"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "FigurePublication_figureId_runId_key" ON "FigurePublication"("figureId", "runId");

-- CreateIndex
CREATE INDEX "Letter_firmId_idx" ON "Letter"("firmId");

-- CreateIndex
CREATE INDEX "Section_letterId_ordinal_idx" ON "Section"("letterId", "ordinal");

-- CreateIndex
CREATE INDEX "Section_firmId_idx" ON "Section"("firmId");

-- CreateIndex
CREATE INDEX "SectionUpdate_sectionId_id_idx" ON "SectionUpdate"("sectionId", "id");

-- CreateIndex
CREATE INDEX "LetterSnapshot_firmId_idx" ON "LetterSnapshot"("firmId");

-- CreateIndex
CREATE UNIQUE INDEX "LetterSnapshot_letterId_number_key" ON "LetterSnapshot"("letterId", "number");

-- CreateIndex
CREATE INDEX "Export_letterId_idx" ON "Export"("letterId");

-- CreateIndex
CREATE INDEX "Export_firmId_idx" ON "Export"("firmId");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_firmId_fkey" FOREIGN KEY ("firmId") REFERENCES "Firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFilePart" ADD CONSTRAINT "StoredFilePart_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestVersion" ADD CONSTRAINT "RequestVersion_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortfolioEvidence" ADD CONSTRAINT "PortfolioEvidence_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortfolioPosition" ADD CONSTRAINT "PortfolioPosition_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Analysis" ADD CONSTRAINT "Analysis_portfolioId_fkey" FOREIGN KEY ("portfolioId") REFERENCES "Portfolio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_analysisId_fkey" FOREIGN KEY ("analysisId") REFERENCES "Analysis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunNode" ADD CONSTRAINT "RunNode_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_analysisId_fkey" FOREIGN KEY ("analysisId") REFERENCES "Analysis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigurePublication" ADD CONSTRAINT "FigurePublication_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionRoom" ADD CONSTRAINT "SectionRoom_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionUpdate" ADD CONSTRAINT "SectionUpdate_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
