import { Notice } from '@/components/ui/notice';
import type { FileProblem } from '@/lib/core/file-problem';

/** What the reader was not sure of, for a person to check. */
export function ImportWarnings({ warnings }: { warnings: readonly FileProblem[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="amber" title={warnings.length === 1 ? 'One thing to check' : `${warnings.length} things to check`}>
      <ul className="list-disc pl-4">
        {warnings.map((warning) => (
          <li key={`${warning.code}-${warning.line}-${warning.value}`}>
            {warning.line === null ? null : <span className="figures">Line {warning.line}: </span>}
            {warning.message}
            {warning.value ? <span> “{warning.value}”</span> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
