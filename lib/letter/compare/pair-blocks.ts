import { type AlignedChildren, alignChildren, type ChildGap } from './align-children';
import { type BlockIndex, blockNames, type IndexedBlock } from './block-index';
import { formOf } from './form-of';
import { isColumnChange, sameColumns } from './table-columns';

const BOUND_TO_PARENT: ReadonlySet<string> = new Set(['cell', 'tableRow']);
/** A neighbour of more blocks than these is not redone as a whole because one block went into it or out of it. */
const LARGE = 12;

/** Which blocks of two versions are the same one, so that what differs in them is told by itself. */
export interface BlockPairing {
  isPaired(name: string): boolean;
  align(parent: string | null): AlignedChildren;
}

/**
 * Pairs blocks by their names as far as every change that follows can be made by itself and leaves a text that the schema allows. Where it could
 * not (all that a cell holds is new, a paragraph went into a new list), the blocks concerned are left unpaired and are replaced as a whole.
 */
export function pairBlocks(old: BlockIndex, now: BlockIndex): BlockPairing {
  const apart = new Set<string>();
  for (;;) {
    const pairing = pairingOf(old, now, apart);
    const more = [...conflicting(old, now, pairing)].filter((name) => !apart.has(name));
    if (more.length === 0) return pairing;
    for (const name of more) apart.add(name);
  }
}

function pairingOf(old: BlockIndex, now: BlockIndex, apart: ReadonlySet<string>): BlockPairing {
  const known = new Map<string | null, boolean>([[null, true]]);
  const isPaired = (name: string | null): boolean => {
    const answer = known.get(name);
    if (answer !== undefined || name === null) return answer ?? true;
    known.set(name, false);
    const [was, is] = [old.blocks.get(name), now.blocks.get(name)];
    const paired =
      was !== undefined &&
      is !== undefined &&
      !apart.has(name) &&
      formOf(was.node) === formOf(is.node) &&
      (was.parent === is.parent || !BOUND_TO_PARENT.has(formOf(was.node))) &&
      isPaired(was.parent) &&
      isPaired(is.parent);
    known.set(name, paired);
    return paired;
  };
  const aligned = new Map<string | null, AlignedChildren>();
  return {
    isPaired,
    align(parent) {
      const found = aligned.get(parent) ?? alignChildren(old, now, parent, parent, isPaired);
      aligned.set(parent, found);
      return found;
    },
  };
}

/** The names that cannot stay paired. */
function* conflicting(old: BlockIndex, now: BlockIndex, pairing: BlockPairing): Generator<string> {
  for (const [parent, after] of now.children) {
    const before = old.children.get(parent);
    if (!before || (parent !== null && !pairing.isPaired(parent))) continue;
    const type = parent === null ? now.root.type : (now.blocks.get(parent)?.node.type ?? '');
    if (type === 'table') {
      if (!isColumnChange(old, now, before, after, pairing) && !sameColumns(old, now, pairing.align(parent), pairing))
        yield* names(before, after);
    }
    if (isSameRow(before, after, pairing)) continue;
    const children = pairing.align(parent);
    if (children.stayed.length === 0 || (type === 'listItem' && !beginsWell(children))) yield* names(before, after);
    else yield* entangled(children, pairing);
  }
}

function* names(...blocks: (readonly IndexedBlock[])[]): Generator<string> {
  for (const list of blocks) for (const { name } of list) yield name;
}

function isSameRow(before: readonly IndexedBlock[], after: readonly IndexedBlock[], pairing: BlockPairing): boolean {
  return before.length === after.length && before.every(({ name }, index) => name === after[index]?.name && pairing.isPaired(name));
}

/** Whether a list item begins with a paragraph, whichever of its changes are made. */
function beginsWell({ stayed, gaps }: AlignedChildren): boolean {
  const first = stayed[0];
  const certain = first?.old.node.type === 'paragraph' && first.now.node.type === 'paragraph';
  return certain && [...(gaps[0]?.old ?? []), ...(gaps[0]?.now ?? [])].every(({ node }) => node.type === 'paragraph');
}

/** Blocks that went over between a gap and what stands in it or beside it under another name: a list made of paragraphs, an item nested. */
function* entangled({ stayed, gaps }: AlignedChildren, pairing: BlockPairing): Generator<string> {
  for (const [index, gap] of gaps.entries()) {
    const gone = gap.old.filter(({ name }) => !pairing.isPaired(name));
    const come = gap.now.filter(({ name }) => !pairing.isPaired(name));
    if (gone.length === 0 && come.length === 0) continue;
    if (sharesBlocks({ old: gone, now: come })) yield* moved(gap, pairing);
    const [goneNames, comeNames] = [namesOf(gone), namesOf(come)];
    for (const neighbour of [stayed[index - 1], stayed[index]]) {
      if (!neighbour?.now.node.content) continue;
      const [was, is] = [blockNames(neighbour.old.node), blockNames(neighbour.now.node)];
      if (was.size > LARGE && is.size > LARGE) continue;
      const entered = [...goneNames].some((name) => is.has(name) && !was.has(name));
      const left = [...comeNames].some((name) => was.has(name) && !is.has(name));
      if (entered || left) yield neighbour.now.name;
    }
  }
}

function* moved({ old, now }: ChildGap, pairing: BlockPairing): Generator<string> {
  for (const { name } of [...old, ...now]) if (pairing.isPaired(name)) yield name;
}

function namesOf(blocks: readonly IndexedBlock[]): Set<string> {
  const names = new Set<string>();
  for (const { node } of blocks) blockNames(node, names);
  return names;
}

/** Whether blocks of the one side of a gap stand on its other side too, in another form. */
export function sharesBlocks({ old, now }: ChildGap): boolean {
  const names = namesOf(old);
  return names.size > 0 && [...namesOf(now)].some((name) => names.has(name));
}
