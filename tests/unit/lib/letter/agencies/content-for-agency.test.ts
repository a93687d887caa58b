import { describe, expect, it } from 'vitest';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import { FURNITURE, letter } from '@/tests/support/letters';

const joint = letter([], [], {
  ...FURNITURE,
  addressees: [
    { agency: 'CFTC', lines: ['Mr. Christopher Kirkpatrick', 'U.S. Commodity Futures Trading Commission'] },
    { agency: 'SEC', lines: ['Vanessa A. Countryman', 'Securities and Exchange Commission'] },
  ],
  deliveryLine: 'By the CFTC Comments Portal; by rule-comments@sec.gov',
  reLines: [
    'Portfolio margining (RIN 3038-AF07; File No. S7-15-20)',
    'RIN 3038-AF07',
    'File No. S7-15-20; RIN 3235-AM64',
    'A joint request',
  ],
});

describe('the letter of one agency', () => {
  it('has its addressee, its identifiers and its delivery', () => {
    expect(contentForAgency(joint, 'CFTC').furniture).toMatchObject({
      addressees: [{ agency: 'CFTC' }],
      reLines: ['Portfolio margining (RIN 3038-AF07; File No. S7-15-20)', 'RIN 3038-AF07', 'A joint request'],
      deliveryLine: 'By the CFTC Comments Portal',
    });
    expect(contentForAgency(joint, 'SEC').furniture).toMatchObject({
      addressees: [{ agency: 'SEC' }],
      reLines: ['Portfolio margining (RIN 3038-AF07; File No. S7-15-20)', 'File No. S7-15-20; RIN 3235-AM64', 'A joint request'],
      deliveryLine: 'by rule-comments@sec.gov',
    });
  });

  it('keeps what names neither', () => {
    const plain = letter([], [], { ...FURNITURE, addressees: [{ agency: 'FDIC', lines: [] }], deliveryLine: 'By electronic submission' });
    expect(contentForAgency(plain, 'SEC').furniture).toMatchObject({
      addressees: [{ agency: 'FDIC' }],
      deliveryLine: 'By electronic submission',
    });
  });
});
