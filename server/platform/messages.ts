import type { Language } from '../../contract/endpoint.ts';
import { StartRefusal } from './start-refusal.ts';

/** Whoever carries a text message to a phone. */
export interface MessageProvider {
  /** @throws Error when the message was not accepted; the job that sends it tries again. */
  sendCode(phone: string, code: string, language: Language): Promise<void>;
}

/** A gateway of the deployer's: takes `{phone, code, text}` as JSON with a bearer token and answers 2xx. */
export function httpMessages(url: string, token: string): MessageProvider {
  return {
    async sendCode(phone, code, language) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ phone, code, text: textOf(code, language) }),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
      await response.body?.cancel();
      // The answer may repeat the phone: only its status may reach a log.
      if (!response.ok) throw new Error(`the message gateway answered ${response.status}`);
    },
  };
}

/** The demo sends nothing: its code stands on the page. */
export const demoMessages: MessageProvider = { sendCode: async () => undefined };

/**
 * The provider this installation is set up for: `SMS_URL` (https, or http on this very machine) and `SMS_TOKEN`.
 * @throws StartRefusal when there is no demo and no usable gateway: members could never sign in.
 */
export function providerFor(env: NodeJS.ProcessEnv, demo: boolean): MessageProvider {
  const { SMS_URL: url, SMS_TOKEN: token } = env;
  if (demo) return demoMessages;
  if (!url || !token) {
    throw new StartRefusal(
      '没有配置短信网关，会员收不到登录验证码。请设置 SMS_URL 和 SMS_TOKEN 后再启动；只想看演示，请设置 DEMO=haidian。',
      'No message gateway is set up, so members could not receive their sign-in code. Set SMS_URL and SMS_TOKEN and start again; to see the demo only, set DEMO=haidian.',
    );
  }
  if (!isSafe(url)) {
    throw new StartRefusal(
      `短信网关地址 SMS_URL 必须以 https:// 开头（本机地址除外），验证码不能明文传输。请改正后再启动。`,
      'SMS_URL must begin with https:// (except on this machine): codes must not travel in clear. Correct it and start again.',
    );
  }
  return httpMessages(url, token);
}

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

const textOf = (code: string, language: Language) =>
  language === 'en'
    ? `Your sign-in code is ${code}. It is good for 5 minutes. Give it to nobody.`
    : `您的登录验证码是 ${code}，5 分钟内有效，请勿告诉他人。`;
