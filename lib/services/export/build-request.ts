import { z } from 'zod';
import { BUILD_KINDS } from '@/lib/word/letter-build';

/** One Word file that is asked for. */
export const buildRequestSchema = z
  .object({
    build: z.enum(BUILD_KINDS),
    /** the agency that it is addressed to; null for both together */
    agency: z.enum(['CFTC', 'SEC']).nullable().default(null),
    /** of a redline: the number of the version that it is held against */
    against: z.int().positive().nullable().default(null),
    /** of the review build: privileged words and threads too, for legal alone */
    privileged: z.boolean().default(false),
  })
  .refine(({ build, against }) => (build === 'redline') === (against !== null), {
    error: 'A redline, and nothing else, is against a version.',
    path: ['against'],
  })
  .refine(({ build, privileged }) => build === 'review' || !privileged, {
    error: 'Privileged material leaves in the review build only.',
    path: ['privileged'],
  });

export type BuildRequest = z.output<typeof buildRequestSchema>;

const reason = z.string().trim().min(5, 'Say in a few words why.').max(500);

/** Why checks that stop an export are passed over: by the code of the check, or one reason for all. */
export const overrideSchema = z.object({
  overrideReason: reason.nullable().default(null),
  overrides: z.record(z.string().max(60), reason).default({}),
});

export type Overrides = z.output<typeof overrideSchema>;
