import { describe, expect, it } from 'vitest';
import { calendarDay, daysLeft, daysLeftText } from '@/components/ui/days-left';
import { easternInstant } from '@/components/ui/eastern-time';
import { exactAmount, formatAmount, formatShare } from '@/components/ui/format-amount';
import { matchEntries } from '@/components/ui/match-entries';

describe('amounts on screen', () => {
  it.each([
    ['1234567890.12', '1,234.6'],
    ['-1250000', '(1.3)'],
    ['-49999', '0.0'],
    ['0', '0.0'],
    ['999950000', '1,000.0'],
  ])('%s in millions is %s', (value, text) => {
    expect(formatAmount(value)).toBe(text);
  });

  it('keep every digit in the title', () => {
    expect(exactAmount('-12345678901234567890.123456789')).toBe('-12,345,678,901,234,567,890.123456789');
  });

  it('show a ratio as a share', () => {
    expect([formatShare('0.0541'), formatShare('-0.2'), formatShare('12.5')]).toEqual(['5.4 %', '(20.0 %)', '1,250.0 %']);
  });

  it('leave what is no number as it is', () => {
    expect(formatAmount('not known')).toBe('not known');
  });
});

describe('times', () => {
  it.each([
    ['2026-08-25T03:59:00Z', 'Aug 24, 2026, 11:59 pm ET'],
    ['2026-12-07T22:00:00Z', 'Dec 7, 2026, 5:00 pm ET'],
    ['2026-07-01T04:00:00Z', 'Jul 1, 2026, 12:00 am ET'],
  ])('%s is %s', (iso, text) => {
    expect(easternInstant(iso)).toBe(text);
  });

  it('count days by the Eastern calendar', () => {
    expect(daysLeft('2026-08-24', '2026-08-24T03:30:00Z')).toBe(1);
    expect(daysLeft('2026-08-24', '2026-08-24T04:30:00Z')).toBe(0);
    expect([daysLeftText(0), daysLeftText(1), daysLeftText(-2)]).toEqual(['due today', '1 day left', 'passed 2 days ago']);
    expect(calendarDay('2026-08-24')).toBe('Aug 24, 2026');
  });
});

describe('finding an entry', () => {
  const entries = [
    { label: 'Withdraw run 2', group: 'This run' },
    { label: 'Runs of the analysis', group: 'Go to' },
    { label: 'Portfolios', group: 'Go to', keywords: 'positions' },
  ];

  it('wants every word, and puts labels that begin with the first one first', () => {
    expect(matchEntries(entries, 'run').map(({ label }) => label)).toEqual(['Runs of the analysis', 'Withdraw run 2']);
    expect(matchEntries(entries, 'run withdraw').map(({ label }) => label)).toEqual(['Withdraw run 2']);
    expect(matchEntries(entries, 'positions').map(({ label }) => label)).toEqual(['Portfolios']);
    expect(matchEntries(entries, '  ')).toHaveLength(3);
  });
});
