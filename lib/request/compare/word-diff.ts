export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this product of lengths the texts are shown whole, one after the other. */
const MOST_CELLS = 4_000_000;

/** What was taken out of a text and what was put in, word by word; runs joined by spaces give the texts back. */
export function wordDiff(before: string, after: string): DiffRun[] {
  const a = words(before);
  const b = words(after);
  if (a.length * b.length > MOST_CELLS)
    return runs([...a.map((text) => ({ kind: 'removed' as const, text })), ...b.map((text) => ({ kind: 'added' as const, text }))]);
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const same = a[i] === b[j];
      const down = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      lengths[i * width + j] = same ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  const steps: DiffRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      steps.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      steps.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return runs(steps);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function runs(steps: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last?.kind === step.kind) joined[joined.length - 1] = { kind: step.kind, text: `${last.text} ${step.text}` };
    else joined.push(step);
  }
  return joined;
}
