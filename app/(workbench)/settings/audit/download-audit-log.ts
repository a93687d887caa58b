import { ApiError } from '@/components/ui/call-api';

/** Fetches the log as CSV and hands it to the browser as a download. Throws ApiError where the server refuses. */
export async function downloadAuditLog(): Promise<void> {
  const response = await fetch('/api/firm/audit/export', { method: 'POST', credentials: 'same-origin' });
  if (!response.ok) throw new ApiError(response.status, 'UNAVAILABLE', 'The log could not be exported. Nothing was changed; try again.');
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'audit-log.csv';
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
