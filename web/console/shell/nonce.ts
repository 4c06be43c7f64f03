/** The word by which this page's own styles are let in; the server puts a fresh one into index.html each time. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/**
 * Two of antd's helpers (measuring a scroll bar, locking the scroll under a dialog) write a style element without the
 * nonce that ConfigProvider was given, and the page's policy then refuses it. Every style this page makes is ours.
 */
export function nonceEveryStyle(): void {
  if (!nonce) return;
  const make = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
