import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '@/lib/review/audit/audit-record';
import { hashRecord } from '@/lib/review/audit/hash-record';
import { CHAIN_START, verifyChain } from '@/lib/review/audit/verify-chain';
import { auditChain } from '@/tests/support/audit-chain';

const chains = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 12 }).map((data) => auditChain(...data));
const pick = (chain: readonly AuditRecord[], seed: number) => seed % chain.length;

describe('verifyChain', () => {
  it('finds every whole chain whole, and names its last event', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const last = chain.at(-1)!;
        expect(verifyChain(chain)).toEqual({ whole: true, head: { sequence: last.sequence, hash: last.hash } });
      }),
    );
  });

  it('reads a chain in parts as it reads the whole', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, seed) => {
        const cut = pick(chain, seed);
        const first = verifyChain(chain.slice(0, cut));
        expect(first.whole && verifyChain(chain.slice(cut), first.head)).toEqual(verifyChain(chain));
      }),
    );
  });

  it('finds a change of any one field, at the event that was changed', () => {
    const changes: ((record: AuditRecord) => AuditRecord)[] = [
      (record) => ({ ...record, type: `${record.type}x` }),
      (record) => ({ ...record, actorName: `${record.actorName} ` }),
      (record) => ({ ...record, actorId: record.id }),
      (record) => ({ ...record, subjectType: 'letter' }),
      (record) => ({ ...record, subjectId: null }),
      (record) => ({ ...record, data: { was: record.data } }),
      (record) => ({ ...record, at: new Date(record.at.getTime() + 1) }),
      (record) => ({ ...record, id: record.id.replace('8000', '8001') }),
      (record) => ({ ...record, firmId: record.firmId.replace('8000', '8001') }),
      (record) => ({ ...record, hash: record.hash.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }),
      (record) => ({ ...record, previousHash: record.previousHash.replace(/.$/, (digit) => (digit === '1' ? '2' : '1')) }),
    ];
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...changes), (chain, seed, change) => {
        const at = pick(chain, seed);
        const tampered = chain.with(at, change(chain[at]!));
        expect(verifyChain(tampered)).toMatchObject({ whole: false, sequence: chain[at]!.sequence });
      }),
    );
  });

  it('finds a change whose own hash was made anew, at the event that follows', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, seed) => {
        fc.pre(chain.length > 1);
        const at = seed % (chain.length - 1);
        const { hash: _, ...rest } = { ...chain[at]!, actorName: 'Mallory' };
        const tampered = chain.with(at, { ...rest, hash: hashRecord(rest) });
        expect(verifyChain(tampered)).toEqual({ whole: false, sequence: chain[at + 1]!.sequence, reason: 'link' });
      }),
    );
  });

  it('finds a removed, a doubled and a moved event', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, seed) => {
        const at = pick(chain, seed);
        expect(verifyChain(chain.toSpliced(at, 0, chain[at]!)).whole).toBe(false);
        if (at < chain.length - 1) {
          expect(verifyChain(chain.toSpliced(at, 1))).toEqual({ whole: false, sequence: chain[at]!.sequence, reason: 'gap' });
          expect(verifyChain(chain.with(at, chain[at + 1]!).with(at + 1, chain[at]!)).whole).toBe(false);
        }
      }),
    );
  });

  it('finds events cut off at the end, and a log written anew, by a head that was noted down', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, seed) => {
        const kept = pick(chain, seed);
        const { sequence, hash } = chain.at(-1)!;
        expect(verifyChain(chain, CHAIN_START, { sequence, hash }).whole).toBe(true);
        expect(verifyChain(chain.slice(0, kept), CHAIN_START, { sequence, hash })).toEqual({
          whole: false,
          sequence: BigInt(kept + 1),
          reason: 'gap',
        });
        const anew = auditChain(...chain.map((record) => ({ anew: record.data })));
        expect(verifyChain(anew, CHAIN_START, { sequence, hash })).toEqual({ whole: false, sequence, reason: 'anchor' });
      }),
    );
  });

  it('does not depend on the order in which the database gives the members of an event', () => {
    const [record] = auditChain({ b: 1, a: { d: 2, c: 3 } });
    expect(verifyChain([{ ...record!, data: { a: { c: 3, d: 2 }, b: 1 } }]).whole).toBe(true);
  });
});
