/** Copies what a button stands for, and says so. */

/** Text for a button: that of the element it names in data-copy, or its neighbour's. */
function textOf(button: HTMLElement): string {
  const target = button.dataset['copy']
    ? document.getElementById(button.dataset['copy'])
    : button.parentElement?.querySelector('pre');
  if (!target) throw new Error('[data-copy]: there is no element to copy from beside the button');
  return target.textContent.replace(/\n$/, '');
}

/** Copies and shows the result on the button for two seconds. */
export async function copyFrom(button: HTMLElement, text = textOf(button)): Promise<void> {
  const label = button.dataset['label'] ?? button.textContent;
  button.dataset['label'] = label;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Press Ctrl C';
    const pre = button.parentElement?.querySelector('pre');
    if (pre) getSelection()?.selectAllChildren(pre);
  }
  setTimeout(() => (button.textContent = label), 2000);
}
