'use client';

import { Copy } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useToast } from '@/components/ui/use-toast';

/** Puts a footnote's text into the clipboard. */
export function CopyCitation({ text, title }: { text: string; title: string }) {
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ title: 'Citation copied', tone: 'green' });
    } catch {
      toast({ title: 'The browser did not allow copying', description: 'Select the citation and copy it by hand.', tone: 'red' });
    }
  };
  return (
    <IconButton label={`Copy the citation: ${title}`} onClick={copy}>
      <Copy aria-hidden className="size-3.5" />
    </IconButton>
  );
}
