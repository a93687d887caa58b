'use client';

import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

interface FigurePopoverProps {
  open: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLElement | null>;
  /** The element to which the keyboard goes in, when the popover was asked for by keyboard. */
  panel: RefObject<HTMLDivElement | null>;
  label: string;
  children: ReactNode;
}

/** A panel under a chip. It does not take the focus, so that typing goes on; Enter on the chip goes into it, Escape closes it. */
export function FigurePopover({ open, onClose, anchor, panel, label, children }: FigurePopoverProps) {
  return (
    <Popover.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={6} align="start" className="z-30">
          <Popover.Popup
            ref={panel}
            initialFocus={false}
            finalFocus={false}
            aria-label={label}
            className="w-96 rounded-md border border-line bg-raised p-3 font-sans text-base text-ink shadow-float"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
