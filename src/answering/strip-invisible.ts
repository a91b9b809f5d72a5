const invisible = /[\p{Default_Ignorable_Code_Point}[\p{Cc}--[\n\t]]]/gv;

/** A text without what cannot be seen: controls, joiners, bidirectional marks; line breaks and tabs stay. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, '');
}
