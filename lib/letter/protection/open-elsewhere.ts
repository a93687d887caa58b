import type { LetterFinding } from '../checks/letter-finding';
import { nodeName } from '../compare/node-name';
import { boundFigures, figureKey, formatAttribute } from '../figures/collect-figures';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import { numberLetter } from '../numbering/number-letter';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute, walkProse } from '../walk-prose';
import { protectedParts } from './protected-parts';
import { redactBody } from './redact-body';

/**
 * What is held back at one place and can be read at another: the same figure, the same words (sentences and stretches of four words or more),
 * the same number (three digits, or a fraction; no year). A warning each; it says where, and never what.
 */
export function openElsewhere(content: LetterContent): readonly LetterFinding[] {
  const reading = (node: ProseNode) => figureWords(node, content);
  const open = content.sections.map((section) => ({ ...section, body: redactBody(section.body) }));
  return [...openFigures(content, open), ...openWords(content, open, reading)];
}

function openFigures(content: LetterContent, open: LetterContent['sections']): LetterFinding[] {
  const standing = boundFigures(open);
  const shown = new Set(standing.map(({ nodeId, sectionId }) => `${sectionId} ${nodeId}`));
  const hidden = new Set(
    boundFigures(content.sections)
      .filter(({ nodeId, sectionId }) => !shown.has(`${sectionId} ${nodeId}`))
      .map(figureKey),
  );
  return standing
    .filter((figure) => hidden.has(figureKey(figure)))
    .map(({ sectionId, nodeId }) => ({
      severity: 'warning',
      code: 'figure-open-elsewhere',
      message: 'A figure that is held back elsewhere in the letter stands open here.',
      place: { sectionId, nodeId, label: labelOf(content, sectionId) },
    }));
}

function openWords(content: LetterContent, open: LetterContent['sections'], reading: (node: ProseNode) => string): LetterFinding[] {
  const [phrases, numbers] = [new Set<string>(), new Set<string>()];
  for (const { text } of protectedParts(content, reading)) {
    for (const phrase of phrasesOf(text)) phrases.add(phrase);
    for (const number of numbersOf(text)) numbers.add(number);
  }
  if (phrases.size === 0 && numbers.size === 0) return [];
  const findings: LetterFinding[] = [];
  const look = (text: string, sectionId: string | null, nodeId: string | null) => {
    const words = ` ${plainWords(text)} `;
    const found = [...phrases].some((phrase) => words.includes(` ${phrase} `));
    if (!found && !numbersOf(text).some((number) => numbers.has(number))) return;
    findings.push({
      severity: 'warning',
      code: found ? 'words-open-elsewhere' : 'number-open-elsewhere',
      message: `${found ? 'Words that are' : 'A number that is'} held back elsewhere in the letter ${found ? 'stand' : 'stands'} open here.`,
      place: { sectionId, nodeId, label: labelOf(content, sectionId) },
    });
  };
  const { furniture } = content;
  for (const line of [...furniture.reLines, furniture.deliveryLine, content.title]) look(line, null, null);
  for (const { id, title, body } of open) {
    look(title, id, null);
    for (const node of walkProse(body)) {
      if (node.type === 'paragraph' || node.type === 'heading')
        look(plainTextOf(node, { atomText: reading, footnotes: false }), id, nodeName(node));
      if (node.type === 'figureTable' || node.type === 'figureChart') look(textAttribute(node, 'caption') ?? '', id, nodeName(node));
    }
  }
  return findings;
}

/** The words of a text, apart by one space each, without what stands around them. */
function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'\u2019-][\p{L}\p{N}]+)*/gu) ?? []).join(' ');
}

function phrasesOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?;:])\s+|\n|\t/);
  return [text, ...sentences].map(plainWords).filter((words) => words.split(' ').length >= 4);
}

function numbersOf(text: string): string[] {
  const numbers = text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.filter((number) => (/[.,]/.test(number) || number.length >= 3) && !/^(19|20)\d\d$/.test(number));
}

/** How a bound number reads; nothing of tables and charts, which are compared as figures. */
function figureWords(node: ProseNode, content: LetterContent): string {
  if (node.type !== 'figureNumber') return '';
  const key = figureKey({ figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' });
  const value = content.figures[key]?.value;
  return value?.kind === 'number' ? formatFigure(value.value, formatAttribute(node) ?? value.format) : '';
}

function labelOf(content: LetterContent, sectionId: string | null): string {
  const section = content.sections.find(({ id }) => id === sectionId);
  if (!section) return 'Around the text';
  const number = numberLetter(content).sections.get(section.id) ?? null;
  return number === null ? section.title || 'Opening' : `${number} ${section.title}`.trim();
}
