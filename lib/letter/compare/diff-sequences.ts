/** A stretch in which two sequences differ: from and to in the first, from and to in the second. */
export type Difference = readonly [number, number, number, number];

/**
 * The stretches in which two sequences differ, by the shortest script of single insertions and deletions (Myers 1986, An O(ND) difference
 * algorithm). Beyond `limit` steps, what is between the common beginning and end is one stretch, so that unrelated texts cost no more.
 */
export function diffSequences(one: readonly string[], other: readonly string[], limit = 600): Difference[] {
  let from = 0;
  while (from < one.length && from < other.length && one[from] === other[from]) from += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > from && otherEnd > from && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  if (from === end && from === otherEnd) return [];
  if (from === end || from === otherEnd) return [[from, end, from, otherEnd]];
  const [a, b] = numbered(one.slice(from, end), other.slice(from, otherEnd));
  const steps = shortestScript(a, b, limit);
  if (steps === null) return [[from, end, from, otherEnd]];
  return steps.map(([start, stop, otherStart, otherStop]) => [start + from, stop + from, otherStart + from, otherStop + from]);
}

function numbered(one: readonly string[], other: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(one, numberOf), Int32Array.from(other, numberOf)];
}

function shortestScript(a: Int32Array, b: Int32Array, limit: number): Difference[] | null {
  const most = Math.min(a.length + b.length, limit);
  const reach = new Int32Array(2 * most + 3);
  const centre = most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice(centre - d - 1, centre + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, centre + k - 1) < at(reach, centre + k + 1));
      let x = down ? at(reach, centre + k + 1) : at(reach, centre + k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reach[centre + k] = x;
      if (x >= a.length && y >= b.length) return walkBack(a.length, b.length, trace);
    }
  }
  return null;
}

function walkBack(n: number, m: number, trace: readonly Int32Array[]): Difference[] {
  const found: [number, number, number, number][] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const reach = trace[d] as Int32Array;
    const centre = d + 1;
    const k = x - y;
    const down = k === -d || (k !== d && at(reach, centre + k - 1) < at(reach, centre + k + 1));
    const before = down ? k + 1 : k - 1;
    const startX = at(reach, centre + before);
    const startY = startX - before;
    const [stepX, stepY] = down ? [startX, startY + 1] : [startX + 1, startY];
    const last = found.at(-1);
    if (last && last[0] === stepX && last[2] === stepY) {
      last[0] = startX;
      last[2] = startY;
    } else found.push([startX, stepX, startY, stepY]);
    [x, y] = [startX, startY];
  }
  return found.reverse();
}

function at(values: Int32Array, index: number): number {
  return values[index] as number;
}
