import { describe, expect, it } from 'vitest';
import { ABSOLUTE_LIMIT_MS, IDLE_LIMIT_MS, sessionEnd } from '@/lib/policies/session-length';

const began = new Date('2026-07-01T14:00:00Z');
const later = (ms: number) => new Date(began.getTime() + ms);

describe('sessionEnd', () => {
  it('slides with use', () => {
    expect(sessionEnd(began, began)).toEqual(later(IDLE_LIMIT_MS));
    expect(sessionEnd(began, later(3_600_000))).toEqual(later(IDLE_LIMIT_MS + 3_600_000));
  });

  it('never slides over the longest a session may last', () => {
    expect(sessionEnd(began, later(ABSOLUTE_LIMIT_MS - 60_000))).toEqual(later(ABSOLUTE_LIMIT_MS));
  });
});
