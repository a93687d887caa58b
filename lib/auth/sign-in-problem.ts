import type { AppError } from '@/lib/core/errors';

/** Why a sign-in did not succeed, as a word that stands in the address of the sign-in page. */
export type SignInProblem = 'wrong' | 'suspended' | 'not-invited' | 'unverified' | 'failed' | `wait-${number}`;

/** The word for a refusal of `signInWithPassword` or `signInWithOidc`. */
export function signInProblem({ code, details }: AppError): SignInProblem {
  if (code === 'RATE_LIMITED' && typeof details.retryAfterSeconds === 'number') return `wait-${Math.ceil(details.retryAfterSeconds)}`;
  if (details.reason === 'suspended' || details.reason === 'not-invited' || details.reason === 'unverified') return details.reason;
  return code === 'UNAUTHENTICATED' ? 'wrong' : 'failed';
}

/** The sentence for a word of the address; words that are not ours give the general one. */
export function signInSentence(problem: string): string {
  const seconds = /^wait-(\d{1,6})$/.exec(problem)?.[1];
  if (seconds !== undefined) {
    const minutes = Math.ceil(Number(seconds) / 60);
    return `Too many tries. Wait ${minutes <= 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
  }
  switch (problem) {
    case 'wrong':
      return 'The e-mail address or the password is wrong.';
    case 'suspended':
      return 'Your membership is suspended. Ask an administrator of your firm.';
    case 'not-invited':
      return 'Nobody here has this e-mail address. Ask an administrator of your firm for an invitation.';
    case 'unverified':
      return 'Your organisation’s sign-in did not confirm your e-mail address, so it cannot be matched to a member.';
    default:
      return 'The sign-in did not work. Try again; if it fails again, ask an administrator of your firm.';
  }
}
