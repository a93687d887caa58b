import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from '@/lib/http/allowed-origin';

describe('isAllowedOrigin', () => {
  it.each([
    ['http://localhost:3000', 'localhost:3000', undefined, true],
    ['https://letters.example', 'letters.example', undefined, true],
    ['https://letters.example', '10.0.0.7:3000', 'https://letters.example', true],
    ['https://letters.example', '10.0.0.7:3000', 'https://letters.example/', true],
    ['http://LOCALHOST:3000', 'localhost:3000', undefined, true],
    ['http://localhost:3001', 'localhost:3000', undefined, false],
    ['https://evil.example', 'letters.example', undefined, false],
    ['https://letters.example.evil.example', 'letters.example', undefined, false],
    ['https://evil.example/letters.example', 'letters.example', undefined, false],
    ['null', 'letters.example', undefined, false],
    ['', '', undefined, false],
    [null, 'letters.example', undefined, false],
    [undefined, undefined, undefined, false],
    ['file://letters.example', 'letters.example', undefined, false],
    ['not a url', 'not a url', undefined, false],
  ])('origin %j, host %j, public %j: %s', (origin, host, publicUrl, allowed) => {
    expect(isAllowedOrigin(origin, host, publicUrl)).toBe(allowed);
  });
});
