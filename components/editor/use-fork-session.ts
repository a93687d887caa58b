import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ForkOptions, ForkSession, ForkView } from './fork-session';

const CLOSED: ForkView = { room: null, problem: null };

/** Opens one's own copy of a section while `wanted`. The collaboration code is loaded only then. */
export function useForkSession(
  wanted: boolean,
  { sectionId, memberId, url }: ForkOptions,
): { session: ForkSession | null; fork: ForkView } {
  const [session, setSession] = useState<ForkSession | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let opened: ForkSession | null = null;
    let left = false;
    void import('./fork-session').then(({ ForkSession }) => {
      if (left) return;
      opened = new ForkSession({ sectionId, memberId, url });
      setSession(opened);
    });
    return () => {
      left = true;
      setSession(null);
      opened?.destroy();
    };
  }, [wanted, sectionId, memberId, url]);
  const fork = useSyncExternalStore(session?.subscribe ?? subscribeToNothing, session?.getView ?? (() => CLOSED), () => CLOSED);
  return { session, fork };
}

function subscribeToNothing(): () => void {
  return () => {};
}
