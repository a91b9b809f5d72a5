/** Something that is set from outside is wrong: exit code 2. The message is one Chinese sentence with the remedy. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
