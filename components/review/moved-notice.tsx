import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Says that a text changed while it was being read: what is shown, and what would be signed, is still as it was. */
export function MovedNotice({ onShow }: { onShow: () => void }) {
  return (
    <Notice tone="amber" title="The text changed while you read it">
      <Button size="sm" onClick={onShow}>
        Show it as it is now
      </Button>
    </Notice>
  );
}
