/** Ends the process with one sentence that says what is wrong and the way out. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
