'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { ApiError, callApi } from '@/components/ui/call-api';
import { CoverageBar } from '@/components/ui/coverage-bar';
import { DataTable } from '@/components/ui/data-table';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/use-toast';
import type { Coverage } from '@/lib/letter/letter-content';
import type { Decision } from '@/lib/policies/decision';
import type { CoverageRow } from '@/lib/services/letter/letter-coverage';
import { CoverageDot } from './coverage-dot';
import { COVERAGE_WORDS, COVERAGES } from './coverage-words';
import { QuotedQuestion } from './quoted-question';

interface CoverageMatrixProps {
  letterId: string;
  rows: readonly CoverageRow[];
  members: readonly { id: string; name: string }[];
  setCoverage: Decision;
  setOwner: Decision;
}

const NOBODY = 'nobody';
const ALL = 'all';

/** Every question against its answer: state, owner, length, figures; a chosen one is shown beside its answer. */
export function CoverageMatrix({ letterId, rows, members, setCoverage, setOwner }: CoverageMatrixProps) {
  const toast = useToast();
  const [shown, setShown] = useState(rows);
  const [filter, setFilter] = useState<Coverage | typeof ALL>(ALL);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = shown.find((row) => row.sectionId === openId);
  const visible = filter === ALL ? shown : shown.filter((row) => row.coverage === filter);

  async function change(sectionId: string, part: { coverage?: Coverage; ownerId?: string | null }) {
    const before = shown;
    setShown(before.map((row) => (row.sectionId === sectionId ? { ...row, ...part } : row)));
    try {
      await callApi(`/api/sections/${sectionId}`, { method: 'PATCH', body: part });
    } catch (error) {
      setShown(before);
      toast({ tone: 'red', title: 'Not changed', description: error instanceof ApiError ? error.message : String(error) });
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-4">
        <CoverageBar done={shown.filter((row) => row.coverage !== 'open').length} total={shown.length} label="questions" />
        <div className="w-48">
          <Select
            aria-label="Show"
            value={filter}
            onChange={(value) => setFilter(value as Coverage | typeof ALL)}
            options={[{ value: ALL, label: 'All questions' }, ...COVERAGES.map((value) => ({ value, label: COVERAGE_WORDS[value].word }))]}
          />
        </div>
      </div>
      <DataTable
        caption="Questions and their answers"
        rows={visible}
        rowKey={(row) => row.sectionId}
        empty="No question is in this state."
        columns={[
          {
            key: 'question',
            label: 'Question',
            render: (row) => (
              <button
                type="button"
                aria-expanded={row.sectionId === openId}
                onClick={() => setOpenId(row.sectionId === openId ? null : row.sectionId)}
                className="flex gap-2 text-left hover:underline"
              >
                <CoverageDot coverage={row.coverage} />
                <span>
                  <span className="font-medium">{row.question.label}</span>
                  <span className="line-clamp-2 max-w-xl text-muted">{row.question.text}</span>
                </span>
              </button>
            ),
          },
          {
            key: 'coverage',
            label: 'Answer',
            render: (row) =>
              setCoverage.allowed ? (
                <Select
                  aria-label={`Coverage of ${row.question.label}`}
                  className="w-40"
                  value={row.coverage}
                  onChange={(value) => change(row.sectionId, { coverage: value as Coverage })}
                  options={COVERAGES.map((value) => ({ value, label: COVERAGE_WORDS[value].word }))}
                />
              ) : (
                <Badge tone={COVERAGE_WORDS[row.coverage].tone}>{COVERAGE_WORDS[row.coverage].word}</Badge>
              ),
          },
          {
            key: 'owner',
            label: 'Owner',
            render: (row) =>
              setOwner.allowed ? (
                <Select
                  aria-label={`Owner of ${row.question.label}`}
                  className="w-40"
                  value={row.ownerId ?? NOBODY}
                  onChange={(value) => change(row.sectionId, { ownerId: value === NOBODY ? null : value })}
                  options={[{ value: NOBODY, label: 'Nobody yet' }, ...members.map((member) => ({ value: member.id, label: member.name }))]}
                />
              ) : (
                (members.find((member) => member.id === row.ownerId)?.name ?? 'Nobody yet')
              ),
          },
          { key: 'words', label: 'Words', align: 'right' },
          {
            key: 'figures',
            label: 'Figures',
            align: 'right',
            render: (row) => (
              <span className="inline-flex items-center gap-2">
                {row.staleFigures > 0 ? <Badge tone="amber">{row.staleFigures} not current</Badge> : null}
                {row.figures}
              </span>
            ),
          },
          {
            key: 'go',
            label: <span className="sr-only">Open</span>,
            render: (row) => (
              <Link className="text-accent-ink hover:underline" href={`/letters/${letterId}?section=${row.sectionId}`}>
                Write
              </Link>
            ),
          },
        ]}
      />
      {open ? (
        <section aria-label={open.question.label} className="grid gap-6 rounded-md border border-line p-4 md:grid-cols-2">
          <div>
            <h2 className="mb-2 font-semibold">{open.question.label}</h2>
            <QuotedQuestion question={open.question} />
          </div>
          <div>
            <h2 className="mb-2 font-semibold">Answer</h2>
            {open.answer.trim() === '' ? (
              <p className="text-muted">Nothing is written yet.</p>
            ) : (
              <p className="whitespace-pre-line">{open.answer}</p>
            )}
          </div>
        </section>
      ) : null}
    </div>
  );
}
