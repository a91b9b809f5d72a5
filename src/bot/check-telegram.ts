import { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { clientOptions, type TelegramConnection } from './connection.ts';
import { safeError, TelegramError } from './safe-error.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', '查不到这个地址'],
  ['EAI_AGAIN', '域名解析失败'],
  ['ECONNREFUSED', '连接被拒绝'],
  ['ECONNRESET', '连接被中断'],
  ['ETIMEDOUT', '连接超时'],
  ['ENETUNREACH', '网络不通'],
  ['EHOSTUNREACH', '网络不通'],
  ['ERR_PROXY_TUNNEL', '代理拒绝了连接'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', '证书不受信任'],
  ['SELF_SIGNED_CERT_IN_CHAIN', '证书不受信任'],
]);

/**
 * Asks Telegram once who this bot is.
 * @throws Error within 15 s with one sentence saying what is wrong and what to do.
 */
export async function checkTelegram(
  connection: TelegramConnection,
  timeoutSeconds = 12,
): Promise<UserFromGetMe> {
  const options = { ...clientOptions(connection), timeoutSeconds };
  const me = await new Api(connection.token, options).getMe().catch(safeError);
  if (me instanceof TelegramError) throw new Error(explain(me, connection), { cause: me });
  if (me instanceof Error) throw me;
  return me;
}

function explain(error: TelegramError, connection: TelegramConnection): string {
  if (error.error_code !== undefined) return explainRefusal(error.error_code);
  const host = new URL(connection.apiRoot).host;
  if (error.code === 'invalid-json') {
    return `${host} 的回复不是 Telegram 的格式，请检查 TELEGRAM_API_ROOT 和 HTTPS_PROXY 是否写对。`;
  }
  const reason = reasons.get(error.code ?? '') ?? error.code ?? '没有及时回应';
  if (connection.proxy !== undefined) {
    const proxy = new URL(connection.proxy).host;
    return `经代理 ${proxy} 连不上 ${host}（${reason}），请检查 HTTPS_PROXY 是否写对、代理是否在运行。`;
  }
  return `连不上 ${host}（${reason}），请检查网络；需要代理时，请设置 HTTPS_PROXY 后重新启动。`;
}

function explainRefusal(code: number): string {
  if (code === 401 || code === 404) {
    return 'Telegram 不认识这个 BOT_TOKEN，请到 @BotFather 重新复制令牌，改好后重新启动。';
  }
  if (code === 429) return 'Telegram 要求稍后再连，请过几分钟重新启动。';
  return `Telegram 暂时用不了（错误 ${code}），请过几分钟重新启动。`;
}
