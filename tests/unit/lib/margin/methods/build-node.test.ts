import { describe, expect, it } from 'vitest';
import { slug } from '@/lib/margin/methods/build-node';

describe('a path segment', () => {
  it('keeps plain names and never lets two names share one', () => {
    expect(slug('cds-1')).toBe('cds-1');
    expect(slug('A B')).not.toBe(slug('a-b'));
    expect(slug('A/B')).not.toBe(slug('A B'));
    expect(slug('')).not.toBe('');
    expect(slug('Ümläut/..')).toMatch(/^[a-z0-9~-]+$/);
  });
});
