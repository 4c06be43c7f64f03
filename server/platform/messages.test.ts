import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { demoMessages, httpMessages, providerFor } from './messages.ts';
import { StartRefusal } from './start-refusal.ts';

const received: { headers: IncomingMessage['headers']; body: unknown }[] = [];
let status = 204;
const gateway = createServer((request, response) => {
  void request.toArray().then((chunks) => {
    received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status).end();
  });
});
await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
after(() => gateway.close());
const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;

test('a code goes to the gateway as JSON with the token, in the reader’s language', async () => {
  await httpMessages(url, 'secret').sendCode('16400000001', '012345', 'en');
  const [last] = received.slice(-1);
  assert.equal(last?.headers.authorization, 'Bearer secret');
  assert.deepEqual(Object.keys(last?.body as object), ['phone', 'code', 'text']);
  assert.match(String((last?.body as { text: string } | undefined)?.text), /^Your sign-in code is 012345\./);
});

test('a gateway that refuses makes an error that names neither phone nor code', async () => {
  status = 500;
  await assert.rejects(httpMessages(url, 'secret').sendCode('16400000001', '012345', 'zh'), (error: Error) => {
    assert.match(error.message, /500/);
    return !/164|012345/.test(error.message);
  });
});

test('without a demo the start refuses a missing or unsafe gateway, and takes a safe one', () => {
  for (const env of [
    {},
    { SMS_URL: 'https://sms.example' },
    { SMS_TOKEN: 'x' },
    { SMS_URL: 'http://sms.example', SMS_TOKEN: 'x' },
    { SMS_URL: 'nonsense', SMS_TOKEN: 'x' },
  ]) {
    assert.throws(() => providerFor(env, false), StartRefusal);
  }
  for (const SMS_URL of ['https://sms.example', 'http://localhost:9000/', 'http://127.0.0.1:9000/']) {
    assert.doesNotThrow(() => providerFor({ SMS_URL, SMS_TOKEN: 'x' }, false));
  }
  assert.equal(providerFor({}, true), demoMessages);
});
