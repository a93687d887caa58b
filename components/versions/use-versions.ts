import { useCallback, useEffect, useState } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { ApiError, callApi } from '@/components/ui/call-api';
import type { VersionList } from '@/lib/services/version/list-versions';

/** A letter's versions, read again whenever one is kept or named by anybody. */
export function useVersions(letterId: string): { list: VersionList | null; refusal: string | null; reload: () => Promise<void> } {
  const [list, setList] = useState<VersionList | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reload = useCallback(async () => {
    try {
      setList(await callApi<VersionList>(`/api/letters/${letterId}/versions`));
      setRefusal(null);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }, [letterId]);
  useEffect(() => {
    void reload();
  }, [reload]);
  useLetterNews('versions', () => void reload());
  return { list, refusal, reload };
}
