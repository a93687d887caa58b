/** Milliseconds of each of `n` runs in this process, after some that are not counted. */
export async function timeWarm(run: () => Promise<unknown>, n: number, uncounted: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = -uncounted; index < n; index += 1) {
    const start = performance.now();
    await run();
    if (index >= 0) times.push(performance.now() - start);
  }
  return times;
}
