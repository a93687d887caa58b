import { DataTable } from '@/components/ui/data-table';
import { ADEQUACY_TESTS, testWords } from '@/lib/letter/figures/adequacy-words';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import { pValueText, shortNumber } from './short-number';
import { StateWord, type Verdict } from './state-word';

/** The three tests of the whole portfolio, each with what it asks, its p-value and what that says. */
export function AdequacyTests({ row }: { row: AdequacyRow }) {
  return (
    <DataTable
      caption={`Tests of coverage: ${row.exceedances} losses above the requirement, ${shortNumber(row.expected)} expected`}
      showCaption
      rowKey={({ key }) => key}
      rows={ADEQUACY_TESTS.map((test) => ({ ...test, result: row[test.key] }))}
      columns={[
        {
          key: 'label',
          label: 'Test',
          render: ({ label, asks }) => (
            <>
              {label}
              <span className="block font-normal text-muted text-sm">{asks}</span>
            </>
          ),
        },
        {
          key: 'statistic',
          label: 'LR statistic',
          align: 'right',
          render: ({ result }) => (result ? shortNumber(result.statistic, 2) : ''),
        },
        { key: 'degrees', label: 'Degrees', align: 'right', render: ({ result }) => result?.degreesOfFreedom ?? '' },
        {
          key: 'p',
          label: 'p-value',
          align: 'right',
          className: 'whitespace-nowrap',
          render: ({ result }) => (result ? <span title={result.pValue}>{pValueText(result.pValue)}</span> : ''),
        },
        { key: 'words', label: 'In words', render: ({ key, result }) => <StateWord verdict={verdictOf(key, result, row)} /> },
      ]}
    />
  );
}

function verdictOf(key: (typeof ADEQUACY_TESTS)[number]['key'], result: AdequacyRow['kupiec'], row: AdequacyRow): Verdict {
  if (result === null) return { kind: 'untested', words: row.testNote ?? 'Not tested' };
  const words = testWords(key, row, result);
  if (!result.rejected) return { kind: 'fits', words };
  return { kind: words.startsWith('Fewer') ? 'too-few' : 'too-many', words };
}
