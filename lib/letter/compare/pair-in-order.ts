import type { ProseNode } from '../schema/prose-node';
import { diffSequences } from './diff-sequences';
import { formOf } from './form-of';
import { nodeName } from './node-name';

/** From this likeness on, two texts are versions of one: the words they share, twice, over the words of both. */
const LIKE = 0.5;
/** Beyond this many pairs to try in one stretch, only equal texts are paired. */
const MOST_TRIED = 20_000;

type Pair<T> = readonly [T, T];

/** Pairs things of two rows that are the same by their names or by what they say: equal ones in order, similar ones between, the only equal ones elsewhere. */
export function pairInOrder<T>(
  old: readonly T[],
  now: readonly T[],
  nodeOf: (thing: T) => ProseNode,
  textOf: (thing: T) => string,
): Pair<T>[] {
  const names = new Map(old.flatMap((thing) => (nodeName(nodeOf(thing)) === null ? [] : [[nodeName(nodeOf(thing)), thing] as const])));
  const borne = new Set<string>();
  const pairs: Pair<T>[] = [];
  const taken = new Set<T>();
  const add = (was: T, is: T) => {
    pairs.push([was, is]);
    taken.add(was).add(is);
  };
  for (const thing of now) {
    const name = nodeName(nodeOf(thing));
    const was = name === null || borne.has(name) ? undefined : names.get(name);
    if (name !== null) borne.add(name);
    if (was && formOf(nodeOf(was)) === formOf(nodeOf(thing))) add(was, thing);
  }
  const keyOf = (thing: T) => `${formOf(nodeOf(thing))} ${textOf(thing)}`;
  // those that are known by their names part the others: of two equal paragraphs around a table, the one behind it stays behind it
  const sequence = (things: readonly T[]) => things.map((thing) => (taken.has(thing) ? `= ${nodeName(nodeOf(thing))}` : keyOf(thing)));
  const free = (things: readonly T[]) => things.filter((thing) => !taken.has(thing));
  const differences = diffSequences(sequence(old), sequence(now), 2000);
  let [at, shift] = [0, 0];
  for (const [from, to, nowFrom, nowTo] of [...differences, [old.length, old.length, 0, 0] as const]) {
    for (; at < from; at += 1) if (!taken.has(old[at] as T)) add(old[at] as T, now[at + shift] as T);
    for (const [was, is] of similar(free(old.slice(from, to)), free(now.slice(nowFrom, nowTo)), nodeOf, textOf)) add(was, is);
    at = to;
    shift = nowTo - to;
  }
  for (const [was, is] of onlyEqual(old, now, taken, keyOf, textOf)) add(was, is);
  return pairs;
}

/** The pairs of greatest likeness in all, in the order of both rows. */
function similar<T>(old: readonly T[], now: readonly T[], nodeOf: (thing: T) => ProseNode, textOf: (thing: T) => string): Pair<T>[] {
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_TRIED) return [];
  const [oldWords, nowWords] = [old.map((thing) => wordsOf(textOf(thing))), now.map((thing) => wordsOf(textOf(thing)))];
  const like = old.map((was, index) =>
    now.map((is, place) => {
      if (formOf(nodeOf(was)) !== formOf(nodeOf(is))) return 0;
      const likeness = likenessOf(oldWords[index] as Map<string, number>, nowWords[place] as Map<string, number>);
      return likeness >= LIKE ? likeness : 0;
    }),
  );
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const valueAt = (index: number, place: number) => best[index]?.[place] ?? 0;
  const likeAt = (index: number, place: number) => like[index]?.[place] ?? 0;
  for (let index = old.length - 1; index >= 0; index -= 1) {
    for (let place = now.length - 1; place >= 0; place -= 1) {
      const paired = likeAt(index, place) > 0 ? likeAt(index, place) + valueAt(index + 1, place + 1) : 0;
      (best[index] as Float64Array)[place] = Math.max(paired, valueAt(index + 1, place), valueAt(index, place + 1));
    }
  }
  const pairs: Pair<T>[] = [];
  for (let [index, place] = [0, 0]; index < old.length && place < now.length; ) {
    const value = valueAt(index, place);
    if (likeAt(index, place) > 0 && value === likeAt(index, place) + valueAt(index + 1, place + 1)) {
      pairs.push([old[index] as T, now[place] as T]);
      index += 1;
      place += 1;
    } else if (value === valueAt(index + 1, place)) index += 1;
    else place += 1;
  }
  return pairs;
}

/** What is left and equal, where nothing else on either side is: it was moved. */
function onlyEqual<T>(
  old: readonly T[],
  now: readonly T[],
  taken: ReadonlySet<T>,
  keyOf: (thing: T) => string,
  textOf: (thing: T) => string,
): Pair<T>[] {
  const left = (things: readonly T[]) => things.filter((thing) => !taken.has(thing) && textOf(thing).trim() !== '');
  const [olds, nows] = [left(old), left(now)];
  const only = (things: readonly T[]) => {
    const known = new Map<string, T | null>();
    for (const thing of things) known.set(keyOf(thing), known.has(keyOf(thing)) ? null : thing);
    return known;
  };
  const [oldKeys, nowKeys] = [only(olds), only(nows)];
  return [...nowKeys].flatMap(([key, is]) => {
    const was = oldKeys.get(key);
    return was && is ? [[was, is] as const] : [];
  });
}

function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [found] of text.matchAll(/[\p{L}\p{N}]+|\ufffc+/gu)) {
    // a note is as long as what it says, and stays a note when that is edited
    const word = found.startsWith('\ufffc') ? '\ufffc' : found;
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [word, count] of one) {
    shared += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 1 : (2 * shared) / all;
}
