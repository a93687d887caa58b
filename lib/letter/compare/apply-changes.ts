import type { ProseNode } from '../schema/prose-node';
import { validateBody } from '../schema/validate-body';
import { applyBlocks } from './apply-blocks';
import { applyWords } from './apply-words';
import { BodyTree } from './body-tree';
import { normalBody } from './canonical-body';
import type { Change, TextRun } from './change';
import type { ChangeConflict, ChangeOutcome } from './change-conflict';
import { isWordChange, runOf, type WordChange } from './run-of-change';
import { settleTree } from './settle-tree';

export interface AppliedChanges {
  readonly body: ProseNode;
  /** also those that were made in the body already */
  readonly applied: readonly Change[];
  readonly conflicts: readonly ChangeConflict[];
}

/**
 * Makes changes in a body that may have moved on since they were found: exactly where what they are about stands as it did, carried over where
 * other things around it changed. A change whose own words or blocks were changed meanwhile is a conflict, and the body is left there as it
 * is. The body that comes of it is one that the schema allows.
 */
export function applyChanges(body: ProseNode, changes: readonly Change[]): AppliedChanges {
  const start = normalBody(body);
  if (changes.length === 0) return { body: start, applied: [], conflicts: [] };
  const all = attempt(start, changes);
  if (all.body) return { ...all, body: all.body };
  return oneByOne(start, changes);
}

/** Where the changes together do not fit the schema: those that do, each by itself. */
function oneByOne(start: ProseNode, changes: readonly Change[]): AppliedChanges {
  let body = start;
  const applied: Change[] = [];
  const conflicts: ChangeConflict[] = [];
  for (const change of changes) {
    const result = attempt(body, [change]);
    if (result.body) {
      body = result.body;
      applied.push(...result.applied);
      conflicts.push(...result.conflicts);
    } else conflicts.push({ change, reason: 'It does not fit where it would stand.' });
  }
  return { body, applied, conflicts };
}

interface Attempt {
  /** null where the schema does not allow what comes of it */
  readonly body: ProseNode | null;
  readonly applied: readonly Change[];
  readonly conflicts: readonly ChangeConflict[];
}

function attempt(start: ProseNode, changes: readonly Change[]): Attempt {
  const tree = new BodyTree(start);
  const outcomes = new Map<Change, ChangeOutcome>();
  for (const change of changes) if (change.kind === 'node') outcomes.set(change, applyBlocks(tree, change));
  for (const [run, group] of byRun(changes.filter(isWordChange))) {
    for (const [index, outcome] of applyWords(tree, run, group).entries()) outcomes.set(group[index] as Change, outcome);
  }
  for (const change of changes) {
    if (!isWordChange(change) && change.kind !== 'node') outcomes.set(change, applyBlocks(tree, change));
  }
  settleTree(tree);
  const checked = validateBody(normalBody(tree.toBody(), false));
  return {
    body: checked.ok ? normalBody(checked.value, false) : null,
    applied: changes.filter((change) => outcomes.get(change) === null),
    conflicts: changes.flatMap((change) => {
      const reason = outcomes.get(change);
      return reason ? [{ change, reason }] : [];
    }),
  };
}

/** The changes of words with those of the same run together, so that their places are looked up once and in one another's sight. */
function byRun(changes: readonly WordChange[]): [TextRun, WordChange[]][] {
  const groups: [TextRun, WordChange[]][] = [];
  const known = new Map<string, WordChange[]>();
  const keys = new Map<TextRun, string>();
  for (const change of changes) {
    const run = runOf(change);
    const key = keys.get(run) ?? JSON.stringify(run);
    keys.set(run, key);
    const group = change.run ? known.get(key) : undefined;
    if (group) group.push(change);
    else {
      const fresh = [change];
      known.set(key, fresh);
      groups.push([run, fresh]);
    }
  }
  return groups;
}
