export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

/** Words that guessers try first; a password made of these and a few digits is no password. */
const COMMON_WORDS = [
  'password',
  'passwort',
  'passphrase',
  'secret',
  'welcome',
  'letmein',
  'changeme',
  'iloveyou',
  'administrator',
  'admin',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'superman',
  'dragon',
  'monkey',
  'master',
  'marginalia',
  'trustno',
  'login',
  'test',
  'user',
  'default',
];

const KEYBOARD_RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
];

/**
 * Why this password is not taken, as a sentence, or null where it is. Length counts, mixtures of kinds of characters do not:
 * at least 12 characters, none of the guesses that are tried first, not the name or the address of its owner.
 */
export function passwordProblem(password: string, owner: { readonly email: string; readonly name: string }): string | null {
  if ([...password].length < PASSWORD_MIN_LENGTH)
    return `Use at least ${PASSWORD_MIN_LENGTH} characters. A few words that belong together only for you are good.`;
  if (password.length > PASSWORD_MAX_LENGTH) return `Use at most ${PASSWORD_MAX_LENGTH} characters.`;
  const plain = squeeze(password);
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map(squeeze).filter((text) => text.length >= 3);
  if (own.some((text) => withoutWord(plain, text).length < 4)) return 'Use something else than your name or e-mail address.';
  if (isRepetition(plain) || KEYBOARD_RUNS.some((run) => isRun(plain, run)))
    return 'This is a repetition or a row of keys, which is tried first. Use words of your own.';
  let rest = plain;
  for (const word of COMMON_WORDS) rest = withoutWord(rest, word);
  if (rest.replace(/\d/g, '').length < 4 && rest.length < 8)
    return 'This is one of the passwords that are tried first. Use words of your own.';
  return null;
}

/** Lower case, letters and digits only, the usual stand-ins for letters read as those. */
function squeeze(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().replaceAll('@', 'a').replaceAll('$', 's').replaceAll('!', 'i');
  return lower.replace(/(?<=\p{L})0(?=\p{L})/gu, 'o').replace(/[^\p{L}\p{N}]/gu, '');
}

function withoutWord(text: string, word: string): string {
  return text.split(word).join('');
}

function isRepetition(text: string): boolean {
  return text.length === 0 || /^(.{1,4}?)\1*$/u.test(text) || new Set(text).size <= 3;
}

function isRun(text: string, run: string): boolean {
  const doubled = run + run;
  return doubled.includes(text) || [...doubled].reverse().join('').includes(text);
}
