import { scrollToSection } from '@/components/letter/scroll-to-section';

/** Brings a block of a section into view; the section alone where the block is not drawn with its name. */
export function showBlock({ sectionId, blockId }: { readonly sectionId: string; readonly blockId: string | null }): void {
  scrollToSection(sectionId);
  const frame = document.getElementById(`section-${sectionId}`);
  const block = blockId === null ? null : frame?.querySelector(`[data-id="${CSS.escape(blockId)}"]`);
  block?.scrollIntoView({ block: 'center' });
}
