import { SECTION_STATES } from '@/lib/review/section-state';
import type { Act } from './act';

/** The table as it stands in docs/policies.md: a line per thing that can be asked, a cell per role. */
export function tableText(acts: readonly Act[]): string {
  const lines = acts.flatMap((act) => {
    const [first, ...others] = act.states
      ? SECTION_STATES.map((state) => ({ state, row: act.states?.[state] ?? act.may }))
      : [{ state: '', row: act.may }];
    const same = others.every(({ row }) => row === first?.row);
    const rows = same ? [{ state: '', row: act.may }] : [first, ...others].filter((each) => each !== undefined);
    return rows.map(({ state, row }) => `| ${act.does}${act.hidden ? ' °' : ''} | ${state} | \`${row}\` | \`${act.route}\` |`);
  });
  return ['| who … | section | may | route |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
