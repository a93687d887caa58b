'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { Decision } from '@/lib/policies/decision';
import type { BuildRequest } from '@/lib/services/export/build-request';
import type { ExportSummary } from '@/lib/services/export/list-exports';
import type { LetterSubmissions } from '@/lib/services/submission/list-submissions';
import type { VersionSummary } from '@/lib/services/version/list-versions';
import { BuildForm } from './build-form';
import { CheckGroups } from './check-groups';
import { ExportFiles } from './export-files';
import { ExportProgress } from './export-progress';
import { SubmissionsSection } from './submissions-section';

interface ExportDeskProps {
  letterId: string;
  /** Of the clean build, as the letter stands. */
  findings: readonly LetterFinding[];
  exports: readonly ExportSummary[];
  /** what a redline can be held against */
  versions: readonly VersionSummary[];
  submissions: LetterSubmissions;
  right: Decision;
  privileged: Decision;
}

const CLEAN: BuildRequest = { build: 'clean', agency: null, against: null, privileged: false };
const REASON_LENGTH = 5;

/** What is made, by the route that begins it. */
const JOBS = { exports: 'Writing the Word file', 'exports/packages': 'Making the package' } as const;
type JobPath = keyof typeof JOBS;

interface Job {
  readonly id: string;
  readonly path: JobPath;
  readonly isDone: boolean;
}

/** From the checks to the files, the package and the record of what was sent. */
export function ExportDesk({ letterId, findings: first, exports, versions, submissions, right, privileged }: ExportDeskProps) {
  const router = useRouter();
  const [request, setRequest] = useState(CLEAN);
  const [findings, setFindings] = useState(first);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [job, setJob] = useState<Job | null>(null);
  const [refusal, setRefusal] = useState<{ path: JobPath; reason: string } | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const { build } = request;

  useEffect(() => {
    if (build === 'clean') {
      setFindings(first);
      setUnread(null);
      return;
    }
    let current = true;
    callApi<{ findings: LetterFinding[] }>(`/api/letters/${letterId}/checks?build=${build}`).then(
      (answer) => {
        if (!current) return;
        setFindings(answer.findings);
        setUnread(null);
      },
      (error) => current && setUnread(error instanceof ApiError ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [build, first, letterId]);

  const stopping = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
  const given = (code: string) => (reasons[code] ?? '').trim().length >= REASON_LENGTH;
  const unanswered = stopping.filter((code) => !given(code));
  const blocked = !right.allowed
    ? right.reason
    : unanswered.length > 0
      ? `Mend what stops the export, or give a reason for each kind of it (${unanswered.length} left).`
      : null;
  const unmatched =
    build === 'redline' && request.against === null ? 'There is no version that says anything else than the letter does now.' : null;

  async function start(path: JobPath, body: Record<string, unknown>) {
    setRefusal(null);
    const overrides = Object.fromEntries(stopping.filter(given).map((code) => [code, (reasons[code] ?? '').trim()]));
    try {
      const { taskId } = await callApi<{ taskId: string }>(`/api/letters/${letterId}/${path}`, {
        method: 'POST',
        body: { ...body, overrides },
      });
      setJob({ id: taskId, path, isDone: false });
    } catch (error) {
      setRefusal({ path, reason: error instanceof ApiError ? error.message : String(error) });
    }
  }

  function onDone() {
    setJob((present) => present && { ...present, isDone: true });
    router.refresh();
  }

  /** Another file is chosen: what was said about the last one goes. */
  function choose(next: BuildRequest) {
    setRequest(next);
    setRefusal(null);
    setJob((present) => (present?.isDone ? null : present));
  }

  /** How it goes with what was begun by one of the buttons, under that button. */
  const progress = (path: JobPath) => (
    <>
      {job?.path === path ? <ExportProgress key={job.id} letterId={letterId} taskId={job.id} label={JOBS[path]} onDone={onDone} /> : null}
      {refusal?.path === path ? (
        <Notice tone="red" title="Not exported">
          {refusal.reason}
        </Notice>
      ) : null}
    </>
  );

  const heading = 'font-semibold text-md';
  return (
    <div className="flex flex-col gap-7">
      <section aria-labelledby="build-heading" className="flex flex-col gap-3">
        <h2 id="build-heading" className={heading}>
          Word file
        </h2>
        <BuildForm
          request={request}
          onChange={choose}
          versions={versions}
          privilegedReason={privileged.allowed ? null : privileged.reason}
          blocked={blocked ?? unmatched}
          busy={false}
          onExport={() => void start('exports', { request })}
        />
        {progress('exports')}
      </section>
      <section aria-labelledby="checks-heading" className="flex flex-col gap-2">
        <h2 id="checks-heading" className={heading}>
          Checks of this file
        </h2>
        {unread ? (
          <Notice tone="red" title="The checks could not be read">
            {unread}
          </Notice>
        ) : null}
        <CheckGroups
          letterId={letterId}
          findings={findings}
          reasons={reasons}
          onReason={(code, reason) => setReasons((before) => ({ ...before, [code]: reason }))}
          mayOverride={right.allowed}
        />
      </section>
      <section aria-labelledby="package-heading" className="flex flex-col gap-2">
        <h2 id="package-heading" className={heading}>
          Submission package
        </h2>
        <p className="max-w-3xl text-muted">
          One zip: the letter for each agency it is addressed to, redacted and confidential where parts are marked, the requests for
          confidential treatment, the annex workbook, the table of figures, a checklist for each agency, and a manifest with the hash of
          every file.
        </p>
        <div>
          <Button onClick={() => void start('exports/packages', {})} disabledReason={blocked}>
            Make the package
          </Button>
        </div>
        {progress('exports/packages')}
      </section>
      <section aria-labelledby="files-heading" className="flex flex-col gap-2">
        <h2 id="files-heading" className={heading}>
          Files
        </h2>
        <ExportFiles exports={exports} />
      </section>
      <section aria-labelledby="submissions-heading" className="flex flex-col gap-2">
        <h2 id="submissions-heading" className={heading}>
          Submissions
        </h2>
        <SubmissionsSection letterId={letterId} state={submissions} exports={exports} />
      </section>
    </div>
  );
}
