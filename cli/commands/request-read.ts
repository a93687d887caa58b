import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '@/lib/core/errors';
import type { FileProblem } from '@/lib/core/file-problem';
import { identifiersOf } from '@/lib/request/identifiers-of';
import { REQUEST_LIMITS } from '@/lib/request/read/request-limits';
import { readRequest } from '@/lib/request/read-request';
import type { RequestDocument } from '@/lib/request/request-document';

interface Options {
  readonly json?: boolean;
  readonly text?: string;
  readonly document?: string;
}

/** `request read FILE`: what a Federal Register document says of itself, its outline and its questions. */
export function register(program: Command): void {
  program
    .command('read')
    .argument('<file>', 'Federal Register document as XML, as the API’s JSON, as HTML or as plain text')
    .option('--text <file>', 'the text that belongs to the API’s JSON')
    .option('--document <number>', 'which document of a daily issue, e.g. 2020-23928')
    .option('--json', 'one JSON document on standard output')
    .description('questions and facts of a Federal Register document')
    .action(async (file: string, options: Options) => {
      const read = readRequest(await readFile(file), {
        fileName: basename(file),
        documentNumber: options.document ?? null,
        text: options.text ? await readFile(options.text) : null,
      });
      if (!read.ok) throw new AppError('UNREADABLE_FILE', read.failures.map((problem) => describe(file, problem)).join(' '));
      for (const warning of read.value.warnings) process.stderr.write(`${describe(file, warning)}\n`);
      process.stdout.write(options.json ? `${JSON.stringify(asJson(read.value), null, 2)}\n` : inWords(read.value));
    });
}

/** The bytes of a file, of which a file over the limit is not read at all. */
async function readFile(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size > REQUEST_LIMITS.fileBytes) {
      throw new AppError('TOO_LARGE', `${path} is larger than the ${REQUEST_LIMITS.fileBytes / 1024 / 1024} MB that a request may have.`);
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function describe(file: string, problem: FileProblem): string {
  const place = [problem.line, problem.column].filter((part) => part !== null).join(':');
  return `${file}${place ? `:${place}` : ''}: ${problem.message}`;
}

function asJson(document: RequestDocument) {
  const {
    citation,
    documentNumber,
    title,
    type,
    action,
    releases,
    docketIds,
    rins,
    cfrParts,
    dates,
    agencies,
    footnotes,
    warnings,
    source,
  } = document;
  return {
    title,
    citation,
    documentNumber,
    type,
    action,
    docket: identifiersOf(document),
    docketIds,
    releases,
    rins,
    cfrParts,
    dates,
    agencies,
    summary: document.summary,
    addresses: document.addresses,
    sections: document.sections.map(({ key, heading, level, questions }) => ({ key, heading, level, questions })),
    footnotes,
    warnings,
    source,
  };
}

function inWords(document: RequestDocument): string {
  const lines = [
    document.title,
    [document.citation, ...document.agencies].filter(Boolean).join(' · '),
    `Comments due: ${document.dates.commentsClose ?? 'not stated'}`,
  ];
  for (const section of document.sections) {
    lines.push('', `${'  '.repeat(section.level - 1)}${section.heading}`);
    for (const question of section.questions) {
      lines.push(`  ${question.label}: ${question.text}`, ...question.parts.map((part) => `    (${part.label}) ${part.text}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
