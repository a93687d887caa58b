import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { figureBookmark } from '../../figure-tag';
import type { ObjectName } from '../../object-names';
import { type KnownObject, knownObjects } from './known-objects';

/** A figure, citation or reference of the file: its node, and the one of the known letter that it is. */
export interface FoundObject {
  readonly node: ProseNode;
  readonly known: KnownObject | null;
}

/** Finds what the known letter binds by the names in the file; each is found once, and a copy that somebody made is one without a name. */
export class ObjectFinder {
  readonly known: readonly KnownObject[];
  private readonly used = new Set<KnownObject>();

  constructor(readonly letter: LetterContent | null) {
    this.known = knownObjects(letter);
  }

  /** A figure by its names in the file. `type` is what it looks like there: a figure of the letter that is of another type is not it. */
  figure(names: readonly ObjectName[], type: (known: string) => boolean, fallback: ProseNode['type']): FoundObject {
    const own = names.find((name) => name.kind === 'figure');
    const short = names.find((name) => name.kind === 'figure-short');
    const prefix = short?.prefix ?? (own ? figureBookmark(own, 0).replace(/_0$/, '') : null);
    const ordinal = short?.ordinal ?? null;
    const hash = own?.hash ?? null;
    const candidates = this.known.filter((known) => known.prefix === prefix && prefix !== null && type(known.node.type));
    const free = candidates.filter((known) => !this.used.has(known));
    const chosen =
      free.find((known) => known.hash === hash && hash !== null && known.ordinal === ordinal) ??
      free.find((known) => known.hash === hash && hash !== null) ??
      free.find((known) => known.ordinal === ordinal) ??
      free[0];
    if (chosen) return this.found(chosen);
    const copied = candidates.find((known) => known.hash === hash) ?? candidates[0];
    if (copied)
      return { node: { type: copied.node.type, attrs: { ...plainAttrs(copied.node), id: undefined, nodeId: null } }, known: copied };
    return { node: { type: fallback, attrs: unknownFigure(own?.figureId ?? null, own?.runId ?? null) }, known: null };
  }

  /** A citation, reference or action by its name. */
  other(name: Extract<ObjectName, { kind: 'object' | 'action' }>, fallback: ProseNode['type']): FoundObject {
    const wanted = name.kind === 'object' ? name.nodeId : name.hash;
    const candidates = this.known.filter(
      (known) => known.name === wanted && (known.node.type === 'actionCitation') === (name.kind === 'action'),
    );
    const chosen = candidates.find((known) => !this.used.has(known));
    if (chosen) return this.found(chosen);
    const [copied] = candidates;
    if (copied) {
      const attrs = plainAttrs(copied.node);
      return { node: { type: copied.node.type, attrs: 'nodeId' in attrs ? { ...attrs, nodeId: null } : attrs }, known: copied };
    }
    const former = name.kind === 'object' ? this.known.find(({ formerName }) => formerName === wanted) : undefined;
    // a redline shows it twice: as it read before, and as it reads now under its own name
    if (former) return { node: { type: former.node.type, attrs: plainAttrs(former.node) }, known: null };
    const attrs = name.kind === 'object' ? { nodeId: name.nodeId } : { actionKey: name.actionKey };
    return { node: { type: name.kind === 'object' ? fallback : 'actionCitation', attrs }, known: null };
  }

  /** A table or chart that was not found by a name, by what the known letter says of it. */
  byText(fits: (known: KnownObject) => boolean): FoundObject | null {
    const chosen = this.known.find((known) => !this.used.has(known) && known.prefix !== null && fits(known));
    return chosen ? this.found(chosen) : null;
  }

  private found(known: KnownObject): FoundObject {
    this.used.add(known);
    return { node: { type: known.node.type, attrs: plainAttrs(known.node) }, known };
  }
}

function plainAttrs(node: ProseNode): Record<string, unknown> {
  const { protection: _protection, ...attrs } = node.attrs ?? {};
  return attrs;
}

function unknownFigure(figureId: string | null, runId: string | null): Record<string, unknown> {
  return { figureId, runId, path: null, format: null, valueAtInsertion: null, nodeId: null };
}
