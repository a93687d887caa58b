import type { ReactNode } from 'react';
import { CitationMark } from '@/components/margin/citation-mark';
import { PRODUCT_NAMES } from '@/components/portfolio/product-names';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import type { FrameworkLeg, MethodUse, Scope } from '@/lib/margin/frameworks/framework';
import { type MethodParameter, parameterDefault } from '@/lib/margin/methods/method';
import { regimeGroup } from '@/lib/margin/report/group-labels';
import { AGENCY_NAMES, NETTING_KEY_NAMES } from './leg-names';
import type { MethodChoice } from './method-choice';
import { NEED_NAMES } from './need-names';

/** One leg as one reads it: what it takes, how it nets, how it computes, and which paragraph says so. */
export function LegView({ leg, number, methods }: { leg: FrameworkLeg; number: number; methods: readonly MethodChoice[] }) {
  const { arrangement } = leg;
  return (
    <li className="rounded-lg border border-line px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        <span className="figures text-muted">{number}.</span> {leg.label} <Badge>{AGENCY_NAMES[leg.agency]}</Badge>
        {leg.collectOnly ? <Badge tone="amber">collected, never posted</Badge> : null}
      </h3>
      <dl className="mt-2 grid gap-x-4 gap-y-2 sm:grid-cols-[9rem_1fr]">
        <Row label="Takes">
          <ScopeText scope={leg.scope} />
        </Row>
        <Row label="Nets by">{leg.nettingKey.map((key) => NETTING_KEY_NAMES[key]).join(' and ') || 'all positions together'}</Row>
        {arrangement?.kind === 'two-pot' ? (
          <Row label="Two pots">
            {arrangement.pots.map((pot) => (
              <div key={pot.id} className="mb-2">
                <p className="font-medium">{pot.label}</p>
                <ScopeText scope={pot.scope} />
                <MethodText use={pot.method} methods={methods} />
              </div>
            ))}
            <p className="text-muted text-sm">
              Both compute the whole; the smaller saving share lowers both, capped at {arrangement.savingCap} and ignored below{' '}
              {arrangement.ignoredBelow}.
            </p>
          </Row>
        ) : (
          <Row label="Method">
            <MethodText use={leg.method} methods={methods} />
          </Row>
        )}
        {arrangement?.kind === 'binding-regime' ? (
          <Row label="Binding">
            {arrangement.alone.map((regime) => regimeGroup(regime).label).join(', ')} also alone; the larger requirement binds.
          </Row>
        ) : null}
        {leg.threshold ? (
          <Row label="Threshold">
            <Amount value={leg.threshold.amount} currency="USD" withUnit /> · <CitationMark citation={leg.threshold.citation} />
          </Row>
        ) : null}
        {leg.minimumTransfer ? (
          <Row label="Minimum transfer">
            <Amount value={leg.minimumTransfer.amount} currency="USD" withUnit />
            {leg.minimumTransfer.aboveOnly ? ', due only above it' : ''} · <CitationMark citation={leg.minimumTransfer.citation} />
          </Row>
        ) : null}
        {leg.citations.length > 0 ? (
          <Row label="Rests on">
            <ul>
              {leg.citations.map((citation) => (
                <li key={citation.paragraph}>
                  <CitationMark citation={citation} />
                </li>
              ))}
            </ul>
          </Row>
        ) : null}
        {leg.assumptions.length > 0 ? (
          <Row label="Assumes">
            <ul className="list-disc pl-4">
              {leg.assumptions.map((assumption) => (
                <li key={assumption}>{assumption}</li>
              ))}
            </ul>
          </Row>
        ) : null}
      </dl>
    </li>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted text-sm sm:pt-px">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function ScopeText({ scope }: { scope: Scope }) {
  const products = scope.products?.map((product) => PRODUCT_NAMES[product]) ?? [];
  return (
    <div>
      <p>{scope.regimes ? scope.regimes.map((regime) => regimeGroup(regime).label).join(', ') : 'Positions of every regime'}</p>
      {scope.evidence ? <p>only where the portfolio has {NEED_NAMES[scope.evidence].name} for the position</p> : null}
      {products.length > 0 ? (
        <details className="text-muted text-sm">
          <summary className="cursor-pointer rounded-sm">
            {products.length} {products.length === 1 ? 'product' : 'products'}
          </summary>
          <p className="pt-1">{products.join(', ')}</p>
        </details>
      ) : null}
    </div>
  );
}

function MethodText({ use, methods }: { use: MethodUse; methods: readonly MethodChoice[] }) {
  const method = methods.find(({ id }) => id === use.id);
  const settings = method?.parameters ?? [];
  const set = settings.filter(({ name }) => use.parameters[name] !== undefined);
  const defaults = settings.filter(({ name }) => use.parameters[name] === undefined);
  return (
    <div>
      <p>{method?.label ?? use.id}</p>
      <SettingList parameters={set} use={use} />
      {defaults.length > 0 ? (
        <details className="text-muted text-sm">
          <summary className="cursor-pointer rounded-sm">
            {defaults.length} {defaults.length === 1 ? 'setting' : 'settings'} at the default
          </summary>
          <SettingList parameters={defaults} use={use} />
        </details>
      ) : null}
    </div>
  );
}

function SettingList({ parameters, use }: { parameters: readonly MethodParameter[]; use: MethodUse }) {
  if (parameters.length === 0) return null;
  return (
    <ul className="text-muted text-sm">
      {parameters.map((parameter) => (
        <li key={parameter.name}>
          <code>{parameter.name}</code> ={' '}
          <span className="figures text-ink">{use.parameters[parameter.name] ?? parameterDefault(parameter)}</span>: {parameter.meaning}
        </li>
      ))}
    </ul>
  );
}
