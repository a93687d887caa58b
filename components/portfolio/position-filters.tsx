'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { Regime } from '@/lib/margin/classification/regime';
import { regimeGroup } from '@/lib/margin/report/group-labels';
import { productName } from './product-names';

interface PositionFiltersProps {
  regimes: readonly Regime[];
  products: readonly string[];
  counterparties: readonly string[];
}

/** The choice that filters nothing; no product, regime or counterparty is called so, because names do not begin with =. */
const ALL = '=all';

/** The filters of the table; they stand in the address, so that a filtered table can be linked and reloaded. */
export function PositionFilters({ regimes, products, counterparties }: PositionFiltersProps) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [text, setText] = useState(query.get('text') ?? '');
  const [waiting, startTransition] = useTransition();

  function apply(changes: Readonly<Record<string, string>>) {
    const next = new URLSearchParams(query);
    next.delete('page');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    startTransition(() => router.replace(next.size > 0 ? `${path}?${next}` : path, { scroll: false }));
  }

  const choice = (name: string, label: string, all: string, options: readonly { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      className="w-auto max-w-56"
      value={query.get(name) ?? ALL}
      onChange={(value) => apply({ [name]: value === ALL ? '' : value })}
      options={[{ value: ALL, label: all }, ...options]}
    />
  );
  const filtered = ['regime', 'product', 'counterparty', 'text'].some((name) => query.has(name));
  return (
    <search aria-label="Filter positions">
      <form
        aria-busy={waiting}
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          apply({ text: text.trim() });
        }}
      >
        <TextInput
          type="search"
          aria-label="Position, underlier or reference entity"
          placeholder="Position, underlier or entity"
          className="max-w-60"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={100}
        />
        {choice(
          'regime',
          'Regime',
          'All regimes',
          regimes.map((regime) => ({ value: regime, label: regimeGroup(regime).label })),
        )}
        {choice(
          'product',
          'Product',
          'All products',
          products.map((product) => ({ value: product, label: productName(product) })),
        )}
        {choice(
          'counterparty',
          'Counterparty',
          'All counterparties',
          counterparties.map((name) => ({ value: name, label: name })),
        )}
        <Button type="submit">Find</Button>
        {filtered ? (
          <Button
            variant="ghost"
            onClick={() => {
              setText('');
              apply({ regime: '', product: '', counterparty: '', text: '' });
            }}
          >
            Clear
          </Button>
        ) : null}
      </form>
    </search>
  );
}
