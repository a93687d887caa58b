import { z } from 'zod';

/**
 * The grounds on which the CFTC may be asked, 17 CFR 145.9(d)(1)(i) to (vi). Only what was read of them is put in words; for the others the
 * rule itself is to be read.
 */
export const CFTC_GROUNDS = [
  { key: '(d)(1)(i)', words: null },
  { key: '(d)(1)(ii)', words: 'trade secrets or confidential commercial or financial information' },
  { key: '(d)(1)(iii)', words: null },
  { key: '(d)(1)(iv)', words: null },
  { key: '(d)(1)(v)', words: null },
  { key: '(d)(1)(vi)', words: null },
] as const;

/** The exemptions of the Freedom of Information Act that are named most in requests to the SEC; any other can be typed. */
export const FOIA_EXEMPTIONS = ['5 U.S.C. 552(b)(4)', '5 U.S.C. 552(b)(6)', '5 U.S.C. 552(b)(8)'] as const;

const line = z.string().trim().max(300).default('');
const words = z.string().trim().max(4000).default('');
const asked = z.object({
  /** a ground of CFTC_GROUNDS, or an exemption */
  ground: line,
  /** for how long treatment is asked, e.g. "five years" */
  period: line,
  /** why the ground is met; the request is public, so that nothing confidential belongs here */
  reasons: words,
  /** the division or member of the staff that gets the letter */
  recipient: line,
});

/** What a request for confidential treatment says beyond what is marked in the letter. Empty is not yet given. */
export const confidentialRequestSchema = z.object({
  name: line,
  /** one line of the address each */
  address: z.array(z.string().trim().max(300)).max(6).default([]),
  telephone: line,
  /** stands before the page's number, e.g. "EXB-" */
  identifierPrefix: z
    .string()
    .trim()
    .max(20)
    .regex(/^[A-Za-z0-9_-]*$/, 'An identifier is of letters, digits and hyphens.')
    .default(''),
  cftc: asked.default({ ground: '', period: '', reasons: '', recipient: '' }),
  sec: asked.default({ ground: '', period: '', reasons: '', recipient: '' }),
});

export type ConfidentialRequest = z.infer<typeof confidentialRequestSchema>;

/** The request as a letter keeps it; what is not there or not readable is not given. */
export function readConfidentialRequest(stored: unknown): ConfidentialRequest {
  const read = confidentialRequestSchema.safeParse(stored ?? {});
  return read.success ? read.data : confidentialRequestSchema.parse({});
}
