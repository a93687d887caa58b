/** The beginning of a SHA-256; the whole of it is the title and what is copied from there. */
export function Hash({ value }: { value: string }) {
  return (
    <code title={value} className="text-muted text-sm">
      {value.slice(0, 12)}
    </code>
  );
}
