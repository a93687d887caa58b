import type { Command } from 'commander';
import { AppError } from '@/lib/core/errors';
import type { ReturnedDocument, ReturnedSection } from '@/lib/letter/returned/returned-document';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { changesByAuthor, type TrackedChange } from '@/lib/word/read/changes-by-author';
import { readWord } from '@/lib/word/read/read-word';
import { WORD_FILE_CODES } from '@/lib/word/read/word-file-problem';
import { wordFileBytes } from '../word-file-bytes';

/** `word read FILE`: what a .docx holds, as the reader of returned letters sees it. */
export function register(program: Command): void {
  program
    .command('read')
    .argument('<file>', 'a .docx')
    .option('--json', 'one JSON document on standard output')
    .description(
      'what a .docx holds: sections, text, tracked changes by author, comments, footnotes, fields, figures, what was not understood',
    )
    .addHelpText('after', '\nThe text is printed with all changes accepted. Exit codes: 0 read, 2 wrong use, 3 the file cannot be read.')
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const read = readWord(await wordFileBytes(file), null);
      if (!read.ok) {
        const [problem] = read.failures;
        throw new AppError(problem ? WORD_FILE_CODES[problem.code] : 'UNREADABLE_FILE', `${file}: ${problem?.message ?? ''}`, {
          ...problem,
        });
      }
      process.stdout.write(options.json ? `${JSON.stringify(asJson(file, read.value), null, 2)}\n` : inWords(file, read.value));
    });
}

function asJson(file: string, document: ReturnedDocument) {
  return {
    file,
    versionHash: document.versionHash,
    furniture: document.furniture,
    sections: document.sections.map((section) => ({
      id: section.id,
      by: section.by,
      title: section.title,
      titleBefore: section.titleBefore,
      text: textOf(section),
      footnotes: footnotesOf(section),
      figures: section.objects,
      body: section.body,
    })),
    changes: document.sections.flatMap((section, index) => changesByAuthor(section.body).map((change) => ({ section: index, ...change }))),
    comments: document.threads,
    authors: document.authors,
    fields: document.fields,
    notUnderstood: document.notUnderstood,
  };
}

function inWords(file: string, document: ReturnedDocument): string {
  const version = document.versionHash === null ? 'no version' : `version ${document.versionHash}`;
  const lines = [`${file}: ${document.sections.length} sections, ${version}`];
  for (const section of document.sections) {
    lines.push('', section.title === '' ? '(opening)' : section.title, textOf(section));
    for (const [index, note] of footnotesOf(section).entries()) lines.push(`  note ${index + 1}: ${note}`);
    for (const change of changesByAuthor(section.body)) lines.push(`  ${changeLine(change)}`);
    for (const { kind, shown, by } of Object.values(section.objects)) lines.push(`  ${kind} (by its ${by}): ${shown.split('\n')[0]}`);
  }
  for (const { quote, resolved, comments } of document.threads) {
    lines.push('', `Comment on “${quote}”${resolved ? ', resolved' : ''}`, ...comments.map(({ author, text }) => `  ${author}: ${text}`));
  }
  if (document.fields.length > 0) lines.push('', 'Fields', ...document.fields.map(({ instruction, text }) => `  ${instruction}: ${text}`));
  if (document.notUnderstood.length > 0) {
    lines.push(
      '',
      'Not understood',
      ...document.notUnderstood.map(({ part, what, where }) => `  ${part}: ${what}${where === '' ? '' : ` (${where})`}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function changeLine({ kind, author, at, text }: TrackedChange): string {
  return `${author || 'nobody named'}${at === '' ? '' : `, ${at}`}: ${kind} “${text}”`;
}

function textOf(section: ReturnedSection): string {
  const shown = Object.values(section.objects);
  let next = 0;
  const words = (node: ProseNode) => {
    if (node.type === 'hardBreak') return '';
    const own = section.objects[String(node.attrs?.nodeId)] ?? shown[next];
    next += 1;
    return own?.shown ?? '';
  };
  return plainTextOf(settleTracked(section.body, 'accept'), { atomText: words, footnotes: false });
}

function footnotesOf(section: ReturnedSection): readonly string[] {
  const found: string[] = [];
  const visit = (node: ProseNode) => {
    if (node.type === 'footnote') found.push((node.content ?? []).map((paragraph) => plainTextOf(paragraph)).join(' '));
    else for (const child of node.content ?? []) visit(child);
  };
  visit(settleTracked(section.body, 'accept'));
  return found;
}
