import type { BaseXmlComponent, IRunOptions, ParagraphChild } from 'docx';
import { canonicalJson } from '@/lib/core/canonical-json';
import type { ProseMark } from '@/lib/letter/schema/prose-node';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import { type ContentControlOptions, contentControl } from '../content-control';
import { runOptions } from '../inline/run-options';
import type { TrackingContext } from '../write-context';
import { XmlElement } from '../xml-element';
import { changeAttributes, wordChange } from './change-of';
import { DeletedRuns } from './deleted-runs';

type Marks = readonly ProseMark[] | undefined;

/** What comes and goes with an inline node: by its own marks, and with the row, exhibit, footnote or section that it stands in. */
export function changesOf(marks: Marks, context: TrackingContext): readonly TrackedEnd[] {
  const own = (marks ?? []).flatMap(({ type, attrs }): TrackedEnd[] =>
    type === 'inserted' || type === 'deleted' ? [{ kind: type, author: String(attrs?.author ?? ''), at: String(attrs?.at ?? '') }] : [],
  );
  const { whole } = context;
  return whole && !own.some(({ kind }) => kind === whole.kind) ? [...own, whole] : own;
}

/** Runs within what says that they come or go; as they are where nothing does. What was put in and taken out again is both. */
export function trackRuns(runs: readonly ParagraphChild[], marks: Marks, context: TrackingContext): readonly ParagraphChild[] {
  // a Bookmark, which a paragraph takes apart, is never made by our writers
  return wrapped(runs as readonly BaseXmlComponent[], changesOf(marks, context), context) as readonly ParagraphChild[];
}

function wrapped(runs: readonly BaseXmlComponent[], changes: readonly TrackedEnd[], context: TrackingContext): readonly BaseXmlComponent[] {
  if (runs.length === 0) return runs;
  const deleted = changes.find(({ kind }) => kind === 'deleted');
  const inserted = changes.find(({ kind }) => kind === 'inserted');
  const gone = deleted ? [new DeletedRuns(changeAttributes(deleted, context), runs)] : runs;
  return inserted ? [new XmlElement('w:ins', changeAttributes(inserted, context), gone)] : gone;
}

/** The character formatting of a text's marks, with that before where it had another: see TrackedBody. */
export function trackedRunOptions(marks: Marks, context: TrackingContext): IRunOptions {
  const options = runOptions(marks);
  const reformatted = (marks ?? []).find(({ type }) => type === 'reformatted')?.attrs;
  if (!reformatted) return options;
  const before = runOptions(reformatted.before as readonly ProseMark[]);
  if (canonicalJson(before) === canonicalJson(options)) return options;
  const by: Tracker = { author: String(reformatted.author ?? ''), at: String(reformatted.at ?? '') };
  // where there was no formatting, Word still wants an element of it, and the library writes none that is empty
  const revision = { ...(Object.keys(before).length === 0 ? { noProof: false } : before), ...wordChange(by, context) };
  return { ...options, revision };
}

/**
 * What stands in a content control. Where it comes or goes it stands there without one, in its bookmark alone: Word would leave an empty control
 * behind with words of its own in it, and the marks by which a control itself comes or goes make LibreOffice take all that follows for changed.
 */
export function trackedControl(
  options: ContentControlOptions,
  children: readonly BaseXmlComponent[],
  marks: Marks,
  context: TrackingContext,
): readonly BaseXmlComponent[] {
  const changes = changesOf(marks, context);
  return changes.length === 0 ? [contentControl(options, children)] : wrapped(children, changes, context);
}
