import { describe, expect, it } from 'vitest';
import { passwordProblem } from '@/lib/policies/password';

const owner = { email: 'ada.counsel@harbor.example', name: 'Ada Counsel' };
const problem = (password: string) => passwordProblem(password, owner);

describe('passwordProblem', () => {
  it.each([
    'quiet harbor lantern',
    'granite meadow nine',
    'correct horse battery',
    'Tr0ub4dor&3-staple',
    'zehn kleine Fische',
    'пароль из слов здесь',
    'my dog ate 14 letters',
    'passwords are like gardens',
  ])('takes %j', (password) => {
    expect(problem(password)).toBeNull();
  });

  it.each([
    ['', 'at least 12'],
    ['short word1', 'at least 12'],
    ['a'.repeat(201), 'at most 200'],
    ['aaaaaaaaaaaaa', 'repetition'],
    ['abcabcabcabc', 'repetition'],
    ['123456789012', 'repetition'],
    ['abcdefghijklm', 'repetition'],
    ['qwertyuiopas', 'repetition'],
    ['password1234', 'tried first'],
    ['Password!2345', 'tried first'],
    ['p@ssw0rd12345', 'tried first'],
    ['welcomewelcome1', 'tried first'],
    ['letmein-letmein', 'tried first'],
    ['administrator1', 'tried first'],
    ['ada.counsel@harbor.example', 'your name or e-mail'],
    ['Ada.Counsel1', 'your name or e-mail'],
    ['Ada Counsel 99', 'your name or e-mail'],
  ])('refuses %j: %s', (password, reason) => {
    expect(problem(password)).toContain(reason);
  });

  it('counts characters, not code units', () => {
    expect(problem('😀😁😂🤣😃😄😅😆😉😊😋')).toContain('at least 12');
  });
});
