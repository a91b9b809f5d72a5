import type { Context, NextFunction } from 'grammy';

const fullWidth = /^\uff0f([a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?)(?=\s|$)/iu;

/** A Chinese keyboard writes ／ for /, in which Telegram sees no command: here it is one. */
export async function takeFullWidthCommand(
  { message }: Context,
  next: NextFunction,
): Promise<void> {
  const command = fullWidth.exec(message?.text ?? '')?.[1];
  if (message?.text !== undefined && command !== undefined) {
    message.text = `/${message.text.slice(1)}`;
    const entity = { type: 'bot_command', offset: 0, length: command.length + 1 } as const;
    message.entities = [entity, ...(message.entities ?? []).filter(({ offset }) => offset > 0)];
  }
  await next();
}
