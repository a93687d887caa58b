import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { settleForwardedHeaders } from '@/server/settle-forwarded-headers';

const forged = { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'elsewhere', 'x-forwarded-proto': 'https', host: 'here' };

function request(headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: '192.0.2.7' }));
  Object.assign(message.headers, headers);
  return message;
}

describe('settleForwardedHeaders', () => {
  it('believes the socket alone where no proxy is trusted', () => {
    const message = request(forged);
    settleForwardedHeaders(message, false);
    expect(message.headers).toEqual({ 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'http', host: 'here' });
  });

  it('leaves to a trusted proxy what it says', () => {
    const message = request(forged);
    settleForwardedHeaders(message, true);
    expect(message.headers).toEqual(forged);
  });

  it('takes the address from the socket when the trusted proxy says none', () => {
    const message = request({ host: 'here', 'x-forwarded-proto': 'https' });
    settleForwardedHeaders(message, true);
    expect(message.headers).toEqual({ 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https', host: 'here' });
  });
});
