// Several things out of one text field: tags with commas between, boxes ticked with a line each.

/** Without blanks around them and without empty ones. */
export function listOf(text: string | undefined, between: ',' | '\n'): string[] {
  return (text ?? '')
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
