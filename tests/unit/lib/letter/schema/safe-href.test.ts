import { expect, it } from 'vitest';
import { isSafeHref } from '@/lib/letter/schema/safe-href';

it.each(['https://www.cftc.gov/a?b=c#d', 'http://localhost', 'mailto:a@b.example'])('links to %s', (href) => {
  expect(isSafeHref(href)).toBe(true);
});
it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://a.example',
  'data:text/html,x',
  '//a.example',
  '/local',
  'https://a b',
  'https://a"onclick=',
  '',
  null,
  7,
])('does not link to %s', (href) => {
  expect(isSafeHref(href)).toBe(false);
});
