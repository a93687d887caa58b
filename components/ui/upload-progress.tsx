import { Button } from './button';
import { Progress } from './progress';

interface UploadProgressProps {
  /** What is on its way, e.g. "Uploading July.csv". */
  label: string;
  sent: number;
  total: number;
  onCancel: () => void;
}

/** How much of a file is on its way, and the way to stop it. */
export function UploadProgress({ label, sent, total, onCancel }: UploadProgressProps) {
  return (
    <section aria-label="Uploading" className="flex items-center gap-4">
      <div className="flex-1">
        <Progress value={sent} max={total} label={label} />
      </div>
      <Button size="sm" onClick={onCancel}>
        Cancel
      </Button>
    </section>
  );
}
