const advice: readonly (readonly [RegExp, string])[] = [
  [/^\.(?:docx?|wps|rtf|odt|pages|pptx?)$/u, '请另存为 .pdf 或 .txt 再收'],
  [/^\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/u, '图片里的文字读不出来，请先转成文字'],
  [/^\.(?:zip|rar|7z|tar|gz)$/u, '请先解压'],
];

/** What to do with a file of a kind nobody reads here, by its ending such as `.docx`. */
export function adviceFor(extension: string): string {
  const found = advice.find(([kinds]) => kinds.test(extension));
  return found?.[1] ?? '能收的是 .txt .md .pdf .html .jsonl';
}
