'use client';

import { Share2 } from 'lucide-react';
import { createContext, useContext } from 'react';
import { Button } from '@/components/ui/button';

/** Opens the dialog on what stands at a path; null where this member, or this run, may not publish. */
export const PublishContext = createContext<((path: string) => void) | null>(null);

/** Publishes the picture or table that it stands beside; absent for whoever may not. */
export function PublishButton({ path, what }: { path: string; what: string }) {
  const publish = useContext(PublishContext);
  if (!publish) return null;
  return (
    <Button size="sm" variant="ghost" aria-label={`Publish ${what}`} onClick={() => publish(path)}>
      <Share2 aria-hidden className="size-3.5" />
      Publish
    </Button>
  );
}
