'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  /** Shown after the label, e.g. a key. */
  hint?: string;
  /** Why it cannot be chosen: shown under the label. */
  disabledReason?: string | null;
  /** Draws a check mark: the present choice of several. */
  checked?: boolean;
  /** Starts a new group above this item. */
  separated?: boolean;
}

interface MenuProps {
  /** The element that opens it, e.g. `<Button>More</Button>`. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'right' | 'left';
}

/** A menu of actions, opened by a button. */
export function Menu({ trigger, items, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <Base.Popup className="min-w-44 max-w-80 rounded-md border border-line bg-raised p-1 shadow-float outline-none">
            {items.map((item) => (
              <div key={item.label}>
                {item.separated ? <Base.Separator className="my-1 h-px bg-line" /> : null}
                <Base.Item
                  disabled={Boolean(item.disabledReason)}
                  onClick={item.onSelect}
                  className="flex cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:text-faint data-highlighted:bg-hover [&>svg]:size-3.5 [&>svg]:text-muted"
                >
                  {item.icon}
                  <span className="flex-1">
                    {item.label}
                    {item.disabledReason ? <span className="block text-sm">{item.disabledReason}</span> : null}
                  </span>
                  {item.hint ? <span className="text-faint text-sm">{item.hint}</span> : null}
                  {item.checked ? <Check aria-label="chosen" className="size-3.5" /> : null}
                </Base.Item>
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
